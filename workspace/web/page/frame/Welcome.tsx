import { Avatar, Box, Callout, RadioButton } from '@rocket.chat/fuselage';
import { type ReactElement, useEffect, useState } from 'react';
import { type ClientGeneration, generationOf, GENERATIONS } from '../../client/generations';
import type { PersonView } from '../../shared/views';
import { api } from '../api';
import { avatarUrl } from '../chat/avatar';
import { ClientHabits } from './ClientHabits';

const METHODS: Readonly<Record<string, string>> = {
  totp: 'authenticator app',
  email: 'code by e-mail',
  password: 'password',
};

interface WelcomeProps {
  readonly problem?: string;
  readonly initialClient: ClientGeneration['id'];
  readonly onEnter: (username: string, client: ClientGeneration['id']) => void;
}

/** Chooses who this tab is, and with which client. */
export function Welcome({ problem, initialClient, onEnter }: WelcomeProps): ReactElement {
  const [people, setPeople] = useState<readonly PersonView[]>([]);
  const [client, setClient] = useState(initialClient);
  useEffect(() => {
    api.people().then(setPeople, () => undefined);
  }, []);
  return (
    <main className="welcome">
      <Box is="h1" fontScale="h1">
        Embedded workspace
      </Box>
      <p>
        A stand-in for Rocket.Chat with made-up people, for developing the app. Every tab is a session of its own: open
        several to be several people at once.
      </p>
      {problem !== undefined && (
        <Callout type="danger" role="alert">
          {problem}
        </Callout>
      )}
      <fieldset className="welcome__clients">
        <legend>Which client do you have?</legend>
        {GENERATIONS.map(({ id, name }) => (
          <span key={id}>
            <RadioButton
              id={`client-${id}`}
              name="client"
              value={id}
              checked={client === id}
              onChange={() => setClient(id)}
            />
            <label htmlFor={`client-${id}`}>Rocket.Chat {name}</label>
          </span>
        ))}
      </fieldset>
      <p>
        A client comes with its workspace, and a workspace has one version: the client that is chosen last, in any tab,
        decides it.
      </p>
      <ClientHabits generation={generationOf(client)} />
      <h2>Who are you?</h2>
      <ul className="welcome__people" aria-label="People">
        {people.map(({ username, name, roles, method }) => (
          <li key={username}>
            <button type="button" className="person" onClick={() => onEnter(username, client)}>
              <Avatar size="x36" url={avatarUrl(username)} alt="" />
              <span>
                <strong>{name}</strong> @{username}
                <small>
                  {roles.join(', ')} · {METHODS[method ?? ''] ?? 'no second factor'}
                </small>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </main>
  );
}
