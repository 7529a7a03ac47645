import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { MessageBridge, UiInteractionBridge } from '@rocket.chat/apps-engine/server/bridges';
import type { ServerInteraction } from '../clients';
import { toDocument } from '../document';
import type { Engine } from '../load';
import type { AppsState } from '../state';
import { unsupported } from './unsupported';

/** Ephemeral messages: shown to one person, stored nowhere, seen in `GET /_dev/messages/:username`. */
export function createMessageBridge({ bridges }: Engine, { store }: AppsState): MessageBridge {
  const bridge = new (class extends bridges.MessageBridge {
    protected async notifyUser(user: IUser, message: IMessage): Promise<void> {
      const { text, blocks, attachments, room, threadId, sender, alias } = message;
      const shown = { text, blocks, attachments, roomId: room?.id, threadId, sender: sender?.username, alias };
      store.deliver(user.id, 'message', toDocument(shown));
    }
    protected create = unsupported('posting a message');
    protected update = unsupported('changing a message');
    protected notifyRoom = unsupported('notifying a room');
    protected typing = unsupported('a typing indicator');
    protected getById = unsupported('reading a message');
    protected delete = unsupported('deleting a message');
    protected addReaction = unsupported('a reaction');
    protected removeReaction = unsupported('a reaction');
  })();
  return bridge;
}

/** Modals that reach the client as a notification over its socket instead of as an answer. */
export function createUiInteractionBridge({ bridges }: Engine, { clients }: AppsState): UiInteractionBridge {
  return new (class extends bridges.UiInteractionBridge {
    protected async notifyUser(user: IUser, interaction: object): Promise<void> {
      clients.receive(user.id, toDocument(interaction) as ServerInteraction, 'notification');
    }
  })();
}
