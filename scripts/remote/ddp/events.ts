/** A stream and one event of it, as `WorkspaceSocket.listen` takes them: `listen(...userEvent(id, 'message'), …)`. */
export type StreamName = readonly [stream: string, event: string];

/**
 * What reaches the clients of one person, and only theirs (Rocket.Chat 6.5 and later:
 * `apps/meteor/server/modules/notifications/notifications.module.ts`, `apps/meteor/server/modules/listeners/listeners.module.ts`).
 * Refused with `not-allowed` for anybody else's ID.
 *
 * - `uiInteraction`: `[UiInteraction]`, a view that an app pushes with a trigger.
 * - `message`: `[WireMessage]`, an ephemeral message. The same `_id` again replaces it
 *   (`apps/meteor/client/startup/incomingMessages.ts`).
 * - `force_logout`: `[]`. Somebody ended one of this person's sessions; all their clients are told, and only the sockets
 *   of that session's token are closed, by the server, with code 1000.
 */
export function userEvent(userId: string, name: 'uiInteraction' | 'message' | 'force_logout'): StreamName {
  return ['stream-notify-user', `${userId}/${name}`];
}

/**
 * Messages posted in a room, and changed ones, each as `[WireMessage]`: an edited one is sent again with `editedAt`. For
 * `__my_messages__`, those in all rooms one may see, as `[WireMessage, {roomParticipant, roomType, roomName}]`. Refused with
 * `not-allowed` for a room one may not see (the same files).
 */
export function roomMessages(roomId: string): StreamName {
  return ['stream-room-messages', roomId];
}

/**
 * A view pushed by an app (`apps/meteor/app/apps/server/bridges/uiInteraction.ts`; made by the engine's `UIController`).
 * The server passes on every one. The client (`ActionManager`) drops those whose trigger it did not make itself, for this
 * app and less than 5 seconds ago, or that was answered before.
 *
 * What a person does in the view goes by REST, not over the socket: `POST /api/apps/ui.interaction/<appId>` with
 * `{type: 'blockAction', actionId, triggerId, payload: {blockId, value}, container: {type: 'view', id}, rid?, mid?}`,
 * `{type: 'viewSubmit', triggerId, viewId, payload: {view: {…view, state: {[blockId]: {[actionId]: value}}}}}` or
 * `{type: 'viewClosed', triggerId, payload: {viewId, view, isCleared}}`
 * (`apps/meteor/ee/server/apps/communication/uikit.ts`). Its answer may be a `UiInteraction` as well, which then does not
 * come over the socket.
 */
export interface UiInteraction {
  /** `modal.open`, `modal.update`, `modal.close`, `contextual_bar.open`, `errors`, … */
  readonly type: string;
  readonly triggerId: string;
  readonly appId: string;
  readonly view?: { readonly id: string; readonly [field: string]: unknown };
  /** Of `errors`: for which view, and by action ID what is wrong. */
  readonly viewId?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

/** A message as clients get it (`packages/core-typings/src/IMessage/IMessage.ts`). */
export interface WireMessage {
  readonly _id: string;
  readonly rid: string;
  readonly msg: string;
  readonly ts: { readonly $date: number };
  readonly u: { readonly _id: string; readonly username: string; readonly name?: string };
  /** The thread it stands in. */
  readonly tmid?: string;
  readonly blocks?: readonly unknown[];
  readonly attachments?: readonly unknown[];
  readonly editedAt?: { readonly $date: number };
  /** Ephemeral. */
  readonly private?: boolean;
}

/**
 * What the method `slashCommand` takes (6.5: `apps/meteor/app/utils/lib/slashCommand.ts`; later:
 * `apps/meteor/app/utils/server/slashCommand.ts`; `POST /api/v1/commands.run` does the same and checks more). It answers when
 * the command is over. Errors: `error-invalid-user` (not logged in), `error-invalid-command` (unknown or disabled),
 * `invalid-command-usage` (no room). An error of the command itself is not told.
 *
 * Rooms are found by REST (`rooms.info?roomName=`, `im.create {username}`) or by the methods `rooms/get`
 * (`apps/meteor/server/publications/room/index.ts`) and `createDirectMessage`, which takes a username and answers
 * `{rid, t: 'd', …}`, also for a room that exists (`apps/meteor/server/methods/createDirectMessage.ts`).
 */
export interface SlashCommandRun {
  /** Lower case, without the slash. */
  readonly cmd: string;
  /** Everything after the command. */
  readonly params: string;
  readonly msg: { readonly _id: string; readonly rid: string; readonly msg: string; readonly tmid?: string };
  /** Made by the client, 17 letters and digits. Without it the app can open no view. */
  readonly triggerId?: string;
}
