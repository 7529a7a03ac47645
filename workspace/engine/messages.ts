import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { WorkspaceUser } from '../model';
import { Collection } from '../state/collection';
import { randomId } from '../state/ids';
import type { WorkspaceStore } from '../store';
import { toEngineRoom, toEngineUser } from './convert';
import { toDocument } from './document';

/** What an app may give a message, apart from whose it is and where it stands. */
type MessageContent = Pick<
  IMessage,
  | 'text'
  | 'blocks'
  | 'attachments'
  | 'alias'
  | 'emoji'
  | 'avatarUrl'
  | 'threadId'
  | 'groupable'
  | 'parseUrls'
  | 'customFields'
>;

/** A posted message as the workspace keeps it. */
export interface StoredMessage extends MessageContent {
  _id: string;
  roomId: string;
  senderId: string;
  createdAt: Date;
  updatedAt: Date;
  editedAt?: Date;
  editorId?: string;
}

/** How many messages a client is given when it starts. */
const LATEST = 200;

/** What happened to a posted message. */
type Change = 'posted' | 'edited' | 'deleted';

/** The messages that were posted, in order, and their way to the members of their rooms. */
export class MessageStore extends Collection<StoredMessage> {
  constructor(private readonly store: WorkspaceStore) {
    super(({ _id }) => _id);
  }

  /** Keeps a new message and shows it to the members of its room. @returns its ID */
  post(roomId: string, senderId: string, message: IMessage): string {
    const now = new Date(this.store.now());
    const stored = { ...contentOf(message), _id: randomId(), roomId, senderId, createdAt: now, updatedAt: now };
    this.put(stored);
    this.deliver(stored, 'posted');
    return stored._id;
  }

  /** Changes what is given and leaves the rest: an app in a Deno process sends only what it changed. */
  edit(message: StoredMessage, changes: IMessage, editor: WorkspaceUser): void {
    const now = new Date(this.store.now());
    this.deliver(
      this.put({ ...message, ...contentOf(changes), updatedAt: now, editedAt: now, editorId: editor._id }),
      'edited',
    );
  }

  delete(message: StoredMessage): void {
    this.remove(message._id);
    this.deliver(message, 'deleted');
  }

  clear(): void {
    this.restore([]);
  }

  /** As the engine hands it to an app (Rocket.Chat `apps/meteor/app/apps/server/converters/messages.js`). */
  toEngineMessage({ _id, roomId, senderId, editorId, ...rest }: StoredMessage): IMessage {
    const room = this.store.rooms.get(roomId);
    const sender = this.store.users.get(senderId);
    const editor = this.store.users.get(editorId ?? '');
    const converted = {
      ...toDocument(rest),
      id: _id,
      room: room && toEngineRoom(room, this.store),
      sender: sender && toEngineUser(sender),
      ...(editor && { editor: toEngineUser(editor) }),
    };
    // A real server, too, hands out a message whose room is gone.
    return converted as IMessage;
  }

  /** The last 200 messages in these rooms, as their members were shown them; a client loads them when it starts. */
  latest(isMeant: (roomId: string) => boolean): Array<Record<string, unknown>> {
    const meant = this.all().filter(({ roomId }) => isMeant(roomId));
    return meant.slice(-LATEST).map((message) => ({
      ...this.shown(message, message.editedAt === undefined ? 'posted' : 'edited'),
      createdAt: message.createdAt.toISOString(),
    }));
  }

  private deliver(message: StoredMessage, change: Change): void {
    const shown = this.shown(message, change);
    for (const memberId of this.store.rooms.get(message.roomId)?.memberIds ?? []) {
      this.store.deliver(memberId, 'message', shown);
    }
  }

  private shown(message: StoredMessage, change: Change): Record<string, unknown> {
    const { _id, roomId, senderId, text, blocks, attachments, alias, threadId } = message;
    const sender = this.store.users.get(senderId)?.username;
    return toDocument({ change, messageId: _id, roomId, sender, text, blocks, attachments, alias, threadId });
  }
}

function contentOf(message: IMessage): MessageContent {
  const { text, blocks, attachments, alias, emoji, avatarUrl, threadId, groupable, parseUrls, customFields } = message;
  const content = { text, blocks, attachments, alias, emoji, avatarUrl, threadId, groupable, parseUrls, customFields };
  return toDocument(content);
}
