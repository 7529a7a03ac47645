import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUser } from '@rocket.chat/apps-engine/definition/users';
import type { MessageBridge, UiInteractionBridge } from '@rocket.chat/apps-engine/server/bridges';
import { randomId } from '../../state/ids';
import type { ServerInteraction } from '../clients';
import { toDocument } from '../document';
import type { Engine } from '../load';
import { lookUp } from '../lookUp';
import { checkPost } from '../posting';
import type { AppsState } from '../state';
import { unsupported } from './unsupported';

/**
 * Posted messages, and ephemeral ones, which are shown to one person and stored nowhere
 * (Rocket.Chat `apps/meteor/app/apps/server/bridges/messages.ts`). Both are seen in `GET /_dev/messages/:username`.
 */
export function createMessageBridge({ bridges }: Engine, { store, messages }: AppsState): MessageBridge {
  return new (class extends bridges.MessageBridge {
    protected async create(message: IMessage): Promise<string> {
      const { room, sender } = checkPost(store, message);
      return messages.post(room._id, sender._id, message);
    }

    protected async getById(messageId: string): Promise<IMessage> {
      const found = lookUp(
        store,
        messageId,
        (id) => messages.get(id),
        () => messages.all(),
      );
      // The real bridge resolves to undefined for an unknown message, which its type does not say.
      return (found && messages.toEngineMessage(found)) as IMessage;
    }

    protected async update(message: IMessage): Promise<void> {
      if (!message.editor) {
        throw new Error('Invalid editor assigned to the message for the update.');
      }
      const stored = messages.get(message.id ?? '');
      if (stored === undefined) {
        throw new Error('A message must exist to update.');
      }
      const editor = store.users.get(message.editor.id);
      if (editor === undefined) {
        throw new Error('Could not find message editor');
      }
      messages.edit(stored, message, editor);
    }

    protected async delete({ id }: IMessage): Promise<void> {
      const stored = messages.get(id ?? '');
      if (stored === undefined) {
        throw new Error('Invalid message id');
      }
      messages.delete(stored);
    }

    protected async notifyUser(user: IUser, message: IMessage): Promise<void> {
      const { id = randomId(), text, blocks, attachments, room, threadId, sender, alias } = message;
      const shown = { text, blocks, attachments, roomId: room?.id, threadId, sender: sender?.username, alias };
      store.deliver(user.id, 'message', toDocument({ ...shown, ephemeral: true, messageId: id }));
    }

    protected notifyRoom = unsupported('notifying a room');
    protected typing = unsupported('a typing indicator');
    protected addReaction = unsupported('a reaction');
    protected removeReaction = unsupported('a reaction');
  })();
}

/** Modals that reach the client as a notification over its socket instead of as an answer. */
export function createUiInteractionBridge({ bridges }: Engine, { clients }: AppsState): UiInteractionBridge {
  return new (class extends bridges.UiInteractionBridge {
    protected async notifyUser(user: IUser, interaction: object): Promise<void> {
      clients.receive(user.id, toDocument(interaction) as ServerInteraction, 'notification');
    }
  })();
}
