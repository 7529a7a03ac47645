import { BLOCK } from '../../../../views/ids';
import { fieldIn, filledIn, View } from './views';

/** What a person types into the fields of a modal. */
export interface Typed {
  readonly code?: string;
  readonly reason?: string;
}

type State = Readonly<Record<string, Readonly<Record<string, string>>>>;

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
  type(view: View, { code, reason }: Typed): State {
    let state = this.states.get(view.id) ?? {};
    const fill = (blockId: string, value: string | undefined): void => {
      if (value !== undefined) {
        state = { ...state, [blockId]: { ...state[blockId], [fieldIn(view, blockId)]: value } };
      }
    };
    fill(BLOCK.reason, reason);
    fill(BLOCK.code, code);
    this.states.set(view.id, state);
    return state;
  }

  /** What a person sees in a field. */
  valueIn(view: View, blockId: string): string | undefined {
    return this.states.get(view.id)?.[blockId]?.[fieldIn(view, blockId)] ?? filledIn(view, blockId);
  }
}

function initialState(view: View): State {
  const filled = view.blocks.flatMap(({ blockId, element }) => {
    const { actionId, initialValue } = element ?? {};
    return actionId === undefined || initialValue === undefined ? [] : [[blockId, { [actionId]: initialValue }]];
  });
  return Object.fromEntries(filled) as State;
}
