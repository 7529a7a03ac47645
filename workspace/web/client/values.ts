import type { ViewBlock, ViewElement, ViewState } from './interactions';

/** What the fields of a modal hold, by action id alone: two elements with one action id share a value. */
export type Values = Readonly<Record<string, { readonly value: unknown; readonly blockId?: string }>>;

/**
 * The values of a view when it opens (Rocket.Chat packages/fuselage-ui-kit/src/utils/extractInitialStateFromLayout.ts).
 * Collected once: an element that comes with an update is not among them until it is touched. Accessories of sections
 * are not among them either.
 */
export function initialValues(blocks: readonly ViewBlock[]): Values {
  const values: Record<string, { value: unknown; blockId?: string }> = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      if (typeof element.actionId === 'string') {
        values[element.actionId] = { value: initialValueOf(element), blockId: block.blockId };
      }
    }
  }
  return values;
}

/** What the client files a change under when the element names no block. */
const NO_BLOCK = 'default';

export function withValue(values: Values, actionId: string, value: unknown, blockId = NO_BLOCK): Values {
  return { ...values, [actionId]: { value, blockId } };
}

/**
 * `view.state` of a submit. A field that was never touched and had no initial value is `undefined` here, and so a
 * missing key in the JSON that is sent; one that was emptied by hand is `''`.
 */
export function stateOf(values: Values): ViewState {
  const state: Record<string, Record<string, unknown>> = {};
  for (const [actionId, { value, blockId }] of Object.entries(values)) {
    if (blockId !== undefined) {
      state[blockId] = { ...state[blockId], [actionId]: value };
    }
  }
  return state;
}

function elementsOf({ elements = [], element }: ViewBlock): readonly ViewElement[] {
  return element === undefined ? elements : [...elements, element];
}

function initialValueOf({ initialValue, initialTime, initialDate, ...options }: ViewElement): unknown {
  const { initialOption, initialOptions } = options as {
    initialOption?: { value: string };
    initialOptions?: Array<{ value: string }>;
  };
  return (
    initialValue ||
    initialTime ||
    initialDate ||
    initialOption?.value ||
    initialOptions?.map(({ value }) => value) ||
    undefined
  );
}
