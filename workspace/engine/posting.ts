import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { Room, WorkspaceUser } from '../model';
import type { WorkspaceStore } from '../store';

/** The default of the setting `Message_MaxAllowedSize`. */
const LONGEST_TEXT = 5000;
/** Who has the permissions `mention-all` and `mention-here` unless an admin changes them. */
const MENTION_EVERYBODY = ['admin', 'owner', 'moderator', 'user'];
/** Who has the permission `post-readonly` unless an admin changes it. */
const POST_READ_ONLY = ['admin', 'owner', 'moderator'];
/** Where a mention begins, and what belongs to its name: `a@all` and `@all.` mention nobody. */
const MENTION = /(?:^|\s|>)@([\w.-]+)/g;

/**
 * Where the message goes and who sends it, once it may be posted. The order of the checks is that of Rocket.Chat
 * `apps/meteor/app/lib/server/methods/sendMessage.ts`. An archived room is no obstacle, and neither is not being a
 * member for the user of an app: both measured on 6.5.3.
 *
 * @throws {Error} with the reason a real server gives, when it may not
 */
export function checkPost(store: WorkspaceStore, message: IMessage): { room: Room; sender: WorkspaceUser } {
  const room = store.rooms.get(message.room?.id ?? '');
  if (room === undefined) {
    throw new Error('Invalid room provided on the message.');
  }
  const text = message.text ?? '';
  if (text.length > LONGEST_TEXT) {
    throw new Error('Message size exceeds Message_MaxAllowedSize [error-message-size-exceeded]');
  }
  const sender = store.users.get(message.sender?.id ?? '');
  if (sender === undefined) {
    throw new Error('Invalid user [error-invalid-user]');
  }
  if (sender.type !== 'app' && !store.canAccessRoom(sender, room)) {
    throw new Error('error-not-allowed');
  }
  if (isReadOnly(store, room) && !hasRole(sender, POST_READ_ONLY)) {
    throw new Error("You can't send messages because the room is readonly.");
  }
  refuseMentionOfEverybody(text, sender);
  return { room, sender };
}

/** A direct message becomes read-only when one of the two is deactivated (`setUserActiveStatus.ts`). */
export function isReadOnly({ users }: WorkspaceStore, { readOnly = false, type, memberIds }: Room): boolean {
  return readOnly || (type === 'd' && memberIds.some((id) => users.get(id)?.active === false));
}

function refuseMentionOfEverybody(text: string, sender: WorkspaceUser): void {
  for (const [, name] of text.matchAll(MENTION)) {
    if ((name === 'all' || name === 'here') && !hasRole(sender, MENTION_EVERYBODY)) {
      throw new Error(`Notify ${name} in this room not allowed [error-action-not-allowed]`);
    }
  }
}

function hasRole({ roles }: WorkspaceUser, wanted: readonly string[]): boolean {
  return roles.some((role) => wanted.includes(role));
}
