import { ActionManager } from '../../../../workspace/web/client/actionManager';
import { generationOf } from '../../../../workspace/web/client/generations';
import type { ServerInteraction, UserInteraction, View } from '../../../../workspace/web/client/interactions';
import { ModalSlot } from '../../../../workspace/web/client/modalSlot';
import { Triggers } from '../../../../workspace/web/client/triggers';

export const APP = 'the-app';

export const viewOf = (id: string, fields: Partial<View> = {}): View => ({
  id,
  title: { type: 'plain_text', text: `Title of ${id}` },
  blocks: [],
  ...fields,
});

/** A client of some generation, and what it does. */
export class ClientUnderTest {
  readonly toasts: string[] = [];
  readonly emitted: Array<{ viewId: string; type?: string }> = [];
  /** What was posted to the app; `triggerId` is what an answer must carry. */
  readonly posted: Array<UserInteraction & { triggerId: string }> = [];
  readonly modals = new ModalSlot(() => undefined);
  readonly triggers: Triggers;
  readonly manager: ActionManager;
  /** How the app answers; by default with success, which has no type. */
  answer: (interaction: UserInteraction & { triggerId: string }) => Promise<ServerInteraction> = () =>
    Promise.resolve({});

  constructor(generation: string) {
    let made = 0;
    this.triggers = new Triggers(
      () => `trigger-${(made += 1)}`,
      () => Date.now(),
    );
    this.manager = new ActionManager(generationOf(generation), {
      triggers: this.triggers,
      modals: this.modals,
      toast: (message) => this.toasts.push(message),
      emit: (viewId, { type }) => this.emitted.push({ viewId, type }),
      post: (_appId, interaction) => {
        this.posted.push(interaction);
        return this.answer(interaction);
      },
    });
  }

  get openView(): string | undefined {
    return this.modals.current?.view.id;
  }

  /** Opens a modal, as the answer to a command. */
  open(view: View): void {
    this.manager.handle({ type: 'modal.open', triggerId: this.triggers.make(APP), view });
  }

  submit(viewId: string): Promise<void> {
    const view = { ...viewOf(viewId), state: {} };
    return this.manager.emitInteraction(APP, { type: 'viewSubmit', viewId, payload: { view } });
  }

  close(viewId: string): Promise<void> {
    const view = { ...viewOf(viewId), state: {} };
    return this.manager.emitInteraction(APP, { type: 'viewClosed', payload: { viewId, view, isCleared: true } });
  }

  click(viewId: string): Promise<void> {
    const container = { type: 'view', id: viewId } as const;
    return this.manager.emitInteraction(APP, { type: 'blockAction', actionId: 'a', payload: {}, container });
  }
}
