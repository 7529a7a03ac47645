import type { Room, WorkspaceUser } from '../../model';
import { randomId } from '../../state/ids';
import type { WorkspaceStore } from '../../store';

/** Shows a person's message to everybody in the room. It is not kept: the page is about the app, not about chatting. */
export function postInRoom(store: WorkspaceStore, { username }: WorkspaceUser, room: Room, text: string): void {
  const message = { change: 'posted', messageId: randomId(), roomId: room._id, sender: username, text };
  room.memberIds.forEach((memberId) => store.deliver(memberId, 'message', message));
}
