import { BLOCK } from '../../../../views/ids';
import { blockOf, fieldIn, filledIn, View } from './views';

/** What a person types into the fields of a modal. */
export interface Typed {
  readonly code?: string;
  readonly reason?: string;
  /** Anything else, by the action ID of its field. */
  readonly fields?: Readonly<Record<string, Value>>;
}

/** A text, or several that were chosen. */
type Value = string | readonly string[];
type State = Readonly<Record<string, Readonly<Record<string, Value>>>>;

/**
 * What stands in the fields of a client's modals. A client collects it when a modal opens, keeps it through all updates,
 * and sends all of it, also of fields that are gone; what was never filled in or typed it leaves out
 * (apps/meteor/client/uikit/hooks/useUiKitView.ts).
 */
export class Fields {
  private readonly states = new Map<string, State>();

  /** A modal opens: whatever stood in one with the same ID is forgotten. */
  open(view: View | undefined): void {
    if (view) {
      this.states.set(view.id, initialState(view));
    }
  }

  /** Types into a modal. @returns what its client then sends */
  type(view: View, { code, reason, fields = {} }: Typed): State {
    let state = this.states.get(view.id) ?? {};
    const fill = (blockId: string, value: string | undefined): void => {
      if (value !== undefined) {
        state = { ...state, [blockId]: { ...state[blockId], [fieldIn(view, blockId)]: value } };
      }
    };
    fill(BLOCK.reason, reason);
    fill(BLOCK.code, code);
    for (const [actionId, value] of Object.entries(fields)) {
      const { blockId } = blockOf(view, actionId);
      state = { ...state, [blockId]: { ...state[blockId], [actionId]: value } };
    }
    this.states.set(view.id, state);
    return state;
  }

  /** What a person sees in a field. */
  valueIn(view: View, blockId: string): unknown {
    return this.states.get(view.id)?.[blockId]?.[fieldIn(view, blockId)] ?? filledIn(view, blockId);
  }
}

function initialState(view: View): State {
  let state: State = {};
  for (const { blockId, element } of view.blocks) {
    const { actionId, initialValue, initialOption } = element ?? {};
    const value = initialValue ?? initialOption?.value;
    if (actionId !== undefined && value !== undefined) {
      state = { ...state, [blockId]: { ...state[blockId], [actionId]: value } };
    }
  }
  return state;
}
