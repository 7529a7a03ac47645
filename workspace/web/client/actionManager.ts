import type { ClientGeneration } from './generations';
import type { ServerInteraction, UserInteraction } from './interactions';
import type { ModalSlot } from './modalSlot';
import { TRIGGER_LIFETIME_MS, type Triggers } from './triggers';

/** What the rest of the client is asked for. */
export interface ClientPorts {
  readonly triggers: Triggers;
  readonly modals: ModalSlot;
  /** Posts an interaction. @returns the app's answer @throws when there is none, or the app failed */
  post(appId: string, interaction: UserInteraction & { triggerId: string }): Promise<ServerInteraction>;
  /** Hands errors or an update to the modal with this view id; one that is not on the screen does not get them. */
  emit(viewId: string, interaction: ServerInteraction): void;
  /** Says something in the corner of the window. */
  toast(message: string): void;
  /** Resolves when a trigger made now has become too old; by default after `TRIGGER_LIFETIME_MS`. */
  afterLifetime?(): Promise<unknown>;
}

const KEEP_OPEN = ['errors', 'modal.update', 'contextual_bar.update'];
const TIMEOUT = Symbol('timeout');

/**
 * What a web client does with clicks and answers, in the generation it is of: Rocket.Chat
 * apps/meteor/app/ui-message/client/ActionManager.ts, and client/views/modal/uikit/UiKitModal.tsx for 6.5 – 6.7.
 */
export class ActionManager {
  constructor(
    readonly generation: ClientGeneration,
    private readonly ports: ClientPorts,
  ) {}

  /** Sends what a person did to the app, and shows the answer. Never throws: a client says nothing of an app that fails. */
  async emitInteraction(appId: string, interaction: UserInteraction): Promise<void> {
    const triggerId = this.ports.triggers.make(appId);
    const answered = this.exchange(appId, { ...interaction, triggerId });
    const tooLate = (this.ports.afterLifetime ?? lifetime)().then((): typeof TIMEOUT => TIMEOUT);
    const first = await Promise.race([answered, tooLate]);
    const viewId = viewClosedBy(interaction);
    if (this.generation.everySubmitCloses) {
      if (viewId !== undefined) {
        this.ports.modals.dispose(viewId);
      }
    } else if (first === TIMEOUT) {
      this.ports.toast('The app did not answer in time.');
      if (interaction.type === 'viewSubmit') {
        this.ports.modals.dispose(interaction.viewId);
      }
    }
  }

  /** Shows what the app sent, if it comes with a trigger of this client that is still good. */
  handle(interaction: ServerInteraction): void {
    if (!this.ports.triggers.take(interaction.triggerId)) {
      return;
    }
    const viewId = interaction.view?.id ?? interaction.viewId;
    if (interaction.type === 'modal.open' && interaction.view !== undefined) {
      this.ports.modals.open(interaction.view);
    } else if ((interaction.type === 'modal.update' || interaction.type === 'errors') && viewId !== undefined) {
      this.ports.emit(viewId, interaction);
    }
  }

  private async exchange(appId: string, interaction: UserInteraction & { triggerId: string }): Promise<void> {
    try {
      const answer = await this.ports.post(appId, interaction);
      this.handle(answer);
      if (!this.generation.everySubmitCloses) {
        this.closeAfter(interaction, answer);
      }
    } catch {
      // The app failed: from 6.8 on the modal stays, and nothing is said.
    }
  }

  private closeAfter(interaction: UserInteraction, { type = '' }: ServerInteraction): void {
    const viewId = viewClosedBy(interaction);
    const stays = interaction.type === 'viewSubmit' ? KEEP_OPEN.includes(type) : type === 'errors';
    if (viewId !== undefined && !stays) {
      this.ports.modals.dispose(viewId);
    }
  }
}

function viewClosedBy(interaction: UserInteraction): string | undefined {
  switch (interaction.type) {
    case 'viewSubmit':
      return interaction.viewId;
    case 'viewClosed':
      return interaction.payload.viewId;
    case 'blockAction':
    case 'actionButton':
      return undefined;
  }
}

function lifetime(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, TRIGGER_LIFETIME_MS));
}
