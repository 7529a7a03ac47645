import { Icon } from '@rocket.chat/fuselage';
import type { ReactElement, RefObject } from 'react';
import { messageActions } from '../../client/actionButtons';
import type { RoomView, StateView } from '../../shared/views';
import { Composer } from '../chat/Composer';
import { MessageList } from '../chat/MessageList';
import type { Surfaces } from '../uikit/useSurfaces';
import type { Client } from '../useClient';
import type { Rooms } from '../useRooms';

interface ChatProps {
  readonly room?: RoomView;
  readonly state: StateView;
  readonly client: Client;
  readonly surfaces: Surfaces;
  readonly rooms: Rooms;
  readonly draft: string;
  readonly field: RefObject<HTMLTextAreaElement>;
  readonly onDraft: (draft: string) => void;
  readonly onSend: (line: string) => void;
}

/** A room: its messages, and where one types. */
export function Chat({ room, state, client, surfaces, rooms, draft, field, onDraft, onSend }: ChatProps): ReactElement {
  const name = room === undefined ? '' : `${room.type === 'd' ? '' : '#'}${room.name}`;
  return (
    <main className="room" aria-label={`Room ${room?.name ?? ''}`}>
      <header className="room__header">
        <Icon aria-hidden name={room?.type === 'd' ? 'at' : room?.type === 'p' ? 'lock' : 'hash'} size="x20" />
        <h1>{room?.name}</h1>
      </header>
      <MessageList
        room={name}
        actions={room === undefined ? [] : messageActions(state.actionButtons, state.reader, room, client.generation)}
        messages={rooms.messages}
        {...{ state, client, surfaces }}
      />
      <Composer room={name} commands={state.commands} draft={draft} field={field} onDraft={onDraft} onSend={onSend} />
    </main>
  );
}
