import { Avatar, Badge, Icon, IconButton } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { ClientGeneration } from '../../client/generations';
import type { LoginView, RoomView } from '../../shared/views';
import { avatarUrl } from '../chat/avatar';
import type { Rooms } from '../useRooms';

const ICONS = { c: 'hash', p: 'lock', d: 'at' } as const;

interface RoomSidebarProps {
  readonly login: LoginView;
  readonly generation: ClientGeneration;
  readonly rooms: readonly RoomView[];
  readonly control: Rooms;
  readonly onRoom: (roomId: string) => void;
  readonly onLeave: () => void;
}

/** Who one is, and the rooms one can enter. */
export function RoomSidebar({ login, generation, rooms, control, onRoom, onLeave }: RoomSidebarProps): ReactElement {
  return (
    <nav className="sidebar" aria-label="Rooms">
      <div className="sidebar__me">
        <Avatar size="x28" url={avatarUrl(login.username)} alt="" />
        <span>
          <strong>{login.name}</strong>
          <small>Client {generation.name}</small>
        </span>
        <IconButton icon="sign-out" small aria-label="Change person or client" onClick={onLeave} />
      </div>
      <ul>
        {rooms.map(({ id, name, type }) => (
          <li key={id}>
            <button type="button" aria-current={id === control.current ? 'page' : undefined} onClick={() => onRoom(id)}>
              <Icon aria-hidden name={ICONS[type]} size="x20" />
              <span>{name}</span>
              {control.unread[id] !== undefined && <Badge variant="danger">{control.unread[id]}</Badge>}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
