import { Button, Tag } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { SessionView } from '../../shared/views';
import { momentOf } from '../chat/time';
import { Nothing, Panel } from './Panel';

interface SessionsProps {
  readonly sessions: readonly SessionView[];
  /** Username. */
  readonly me: string;
  readonly onSession: (sessionId: string) => void;
}

/** Shown of one person; the server lists the newest, and those that ended last, first. */
const SHOWN = 5;

/** Everybody's sessions, by person and device. One that has ended says by whom, and when. */
export function Sessions({ sessions, me, onSession }: SessionsProps): ReactElement {
  const people = [...new Set(sessions.map(({ username }) => username))].sort((a, b) => a.localeCompare(b));
  return (
    <Panel title="Sessions">
      {people.map((username) => (
        <PersonSessions
          key={username}
          title={username === me ? `${username} (you)` : username}
          username={username}
          sessions={sessions.filter((session) => session.username === username)}
          onSession={onSession}
        />
      ))}
    </Panel>
  );
}

interface PersonSessionsProps {
  readonly title: string;
  readonly username: string;
  readonly sessions: readonly SessionView[];
  readonly onSession: (sessionId: string) => void;
}

function PersonSessions({ title, username, sessions, onSession }: PersonSessionsProps): ReactElement {
  const hidden = sessions.length - SHOWN;
  return (
    <div>
      <h3>{title}</h3>
      <ul className="rows" aria-label={`Sessions of ${username}`}>
        {sessions.slice(0, SHOWN).map((session) => (
          <SessionRow key={session.sessionId} session={session} onSession={onSession} />
        ))}
      </ul>
      {hidden > 0 && <Nothing>and {hidden} more</Nothing>}
    </div>
  );
}

interface SessionRowProps {
  readonly session: SessionView;
  readonly onSession: (sessionId: string) => void;
}

function SessionRow({ session, onSession }: SessionRowProps): ReactElement {
  const { sessionId, device, ip, loginAt, logoutAt, logoutBy, own } = session;
  return (
    <li data-ended={logoutAt !== undefined}>
      <span>
        <strong>{device}</strong>
        {own && <Tag variant="primary">this tab</Tag>}
        <small>
          {ip ?? 'no address'} · since {momentOf(loginAt)} · <code>{sessionId}</code>
        </small>
        {logoutAt !== undefined && (
          <small className="rows__ended">
            Ended by {logoutBy} at {momentOf(logoutAt)}
          </small>
        )}
      </span>
      {logoutAt === undefined && (
        <Button
          small
          aria-label={`Type the command that ends ${sessionId}`}
          title="Type the command"
          onClick={() => onSession(sessionId)}
        >
          End…
        </Button>
      )}
    </li>
  );
}
