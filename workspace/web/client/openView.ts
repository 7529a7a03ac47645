import type { FieldErrors, ServerInteraction, View } from './interactions';

/** What a modal on the screen shows. */
export interface OpenView {
  readonly view: View;
  readonly errors?: FieldErrors;
}

/**
 * A modal after an answer for it (Rocket.Chat apps/meteor/client/uikit/hooks/useUiKitView.ts). An update is laid over
 * the old view, so that what it leaves out stays, and it leaves errors alone; only the next errors replace those.
 */
export function afterAnswer(open: OpenView, { type, view, errors }: ServerInteraction): OpenView {
  if (type === 'errors') {
    return { ...open, errors };
  }
  return view === undefined ? open : { ...open, view: { ...open.view, ...view } };
}
