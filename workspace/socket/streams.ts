import type { Delivery, WorkspaceUser } from '../model';
import type { WorkspaceStore } from '../store';
import { DdpError, ddpDate } from './ddp';

/** The event by which a client hears of messages in all its rooms. */
const MY_MESSAGES = '__my_messages__';

/** One event of a stream, and whom it is for. */
export interface StreamEvent {
  readonly userId: string;
  readonly stream: string;
  readonly event: string;
  readonly args: readonly unknown[];
}

/** When a posted message was written: what clients were shown of it does not say. */
export interface PostedMessages {
  get(
    messageId: string,
  ): { readonly createdAt: Date; readonly editedAt?: Date; readonly editorId?: string } | undefined;
}

type Rule = (store: WorkspaceStore, user: WorkspaceUser | undefined, event: string) => boolean;

/** Who may listen to what (`apps/meteor/server/modules/notifications/notifications.module.ts`, `allowRead`). */
const STREAMS: Readonly<Record<string, Rule>> = {
  'stream-notify-user': (_store, user, event) => {
    const [userId, name] = event.split('/');
    return name === 'webrtc' || user?._id === userId;
  },
  'stream-room-messages': (store, user, event) => {
    const room = store.rooms.get(event);
    return event === MY_MESSAGES || (user !== undefined && room !== undefined && store.canAccessRoom(user, room));
  },
};

/** @throws DdpError unless the user may listen to this event (`apps/meteor/server/modules/streamer/streamer.module.ts`) */
export function checkListening(
  store: WorkspaceStore,
  user: WorkspaceUser | undefined,
  stream: string,
  event: unknown,
): asserts event is string {
  if (!Object.hasOwn(STREAMS, stream)) {
    throw new DdpError(404, `Subscription '${stream}' not found`);
  }
  if (typeof event !== 'string' || event === '') {
    throw new DdpError('invalid-event-name');
  }
  if (!STREAMS[stream](store, user, event)) {
    throw new DdpError('not-allowed');
  }
}

/** What is sent to all clients of a user. */
export function toUser(userId: string, name: string, ...args: readonly unknown[]): StreamEvent {
  return { userId, stream: 'stream-notify-user', event: `${userId}/${name}`, args };
}

/**
 * What a delivery is over the socket of its person: nothing when they have it as the answer to their request. Only
 * members hear of a message; a real server tells everybody who listens to a public channel. Of a deleted message a client
 * hears over a stream that is not here.
 */
export function eventsOf(store: WorkspaceStore, messages: PostedMessages, delivery: Delivery): StreamEvent[] {
  const { userId, kind, channel } = delivery;
  if (kind === 'modal') {
    return channel === 'notification' ? [toUser(userId, 'uiInteraction', interactionOf(delivery))] : [];
  }
  if (delivery.change === 'deleted') {
    return [];
  }
  const message = messageOf(store, messages, delivery);
  if (delivery.ephemeral === true) {
    return [toUser(userId, 'message', { groupable: false, private: true, ...message })];
  }
  const { roomId } = delivery as Delivery & { roomId: string };
  const stream = 'stream-room-messages';
  const { type: roomType, name: roomName } = store.rooms.get(roomId) ?? {};
  return [
    { userId, stream, event: MY_MESSAGES, args: [message, { roomParticipant: true, roomType, roomName }] },
    { userId, stream, event: roomId, args: [message] },
  ];
}

/** As the app's engine made it: `{type, triggerId, appId, view}`, or `viewId` and `errors` instead of a view. */
function interactionOf(delivery: Delivery): Record<string, unknown> {
  const ours = ['at', 'userId', 'kind', 'channel'];
  return Object.fromEntries(Object.entries(delivery).filter(([field]) => !ours.includes(field)));
}

/** In the fields of a real workspace (`IMessage` of `packages/core-typings`; listeners.module.ts for ephemeral ones). */
function messageOf(store: WorkspaceStore, messages: PostedMessages, delivery: Delivery): Record<string, unknown> {
  const { at, messageId, roomId, sender, text, blocks, attachments, alias, threadId } = delivery as Delivery & {
    messageId: string;
    sender?: string;
    text?: string;
  };
  const { createdAt, editedAt, editorId } = messages.get(messageId) ?? {};
  const shownAt = Date.parse(at);
  return {
    _id: messageId,
    rid: roomId,
    msg: text ?? '',
    ts: ddpDate(createdAt?.getTime() ?? shownAt),
    u: nameOf(store.users.byUsername(sender ?? '')) ?? { _id: 'rocket.cat', username: 'rocket.cat' },
    _updatedAt: ddpDate(shownAt),
    ...(editedAt && { editedAt: ddpDate(editedAt.getTime()), editedBy: nameOf(store.users.get(editorId ?? '')) }),
    ...(threadId !== undefined && { tmid: threadId }),
    blocks,
    attachments,
    alias,
  };
}

function nameOf(user: WorkspaceUser | undefined) {
  return user && { _id: user._id, username: user.username, name: user.name };
}
