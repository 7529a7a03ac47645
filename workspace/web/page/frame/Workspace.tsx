import { type ReactElement, useCallback, useEffect, useRef, useState } from 'react';
import { generationOf } from '../../client/generations';
import type { ServerInteraction } from '../../client/interactions';
import { readLine } from '../../client/slashCommand';
import { api } from '../api';
import { BehindTheScenes } from '../behind/BehindTheScenes';
import { ModalDialog } from '../chat/ModalDialog';
import { PeopleContext, RoomsContext } from '../contexts';
import type { Identity } from '../identity';
import { GenerationContext } from '../uikit/context';
import { useSurfaces } from '../uikit/useSurfaces';
import { useClient } from '../useClient';
import { clientMessage, deliveredMessage, useRooms } from '../useRooms';
import { type Delivered, useServerEvents } from '../useServerEvents';
import { Chat } from './Chat';
import { LoggedOutNotice } from './LoggedOutNotice';
import { RoomSidebar } from './RoomSidebar';
import { Toasts } from './Toasts';
import { type View, ViewSwitch } from './ViewSwitch';

interface WorkspaceProps {
  readonly identity: Identity;
  /** A fresh session of the same person. */
  readonly onLogIn: () => void;
  readonly onLeave: () => void;
}

/** The workspace as one person sees it in one tab, and beside it what the workspace and the app do. */
export function Workspace({ identity, onLogIn, onLeave }: WorkspaceProps): ReactElement {
  const { login } = identity;
  const generation = generationOf(identity.client);
  const client = useClient(login, generation);
  const surfaces = useSurfaces(generation);
  const rooms = useRooms();
  const [view, setView] = useState<View>('chat');
  const [draft, setDraft] = useState('');
  const field = useRef<HTMLTextAreaElement>(null);

  const onDelivery = (delivery: Delivered): void => {
    if (delivery.kind === 'modal') {
      client.receive(delivery as unknown as ServerInteraction);
    } else if (delivery.change === 'deleted') {
      rooms.remove(String(delivery.messageId));
    } else {
      rooms.add(deliveredMessage(delivery, rooms.current), delivery.earlier !== true);
    }
  };
  const { state, loggedOut } = useServerEvents(login, onDelivery);
  const onSession = useCallback((sessionId: string) => {
    setDraft(`/logout-session ${sessionId} `);
    setView('chat');
    window.setTimeout(() => field.current?.focus());
  }, []);
  useEffect(() => {
    document.title = `${login.name} · ${generation.name}`;
  }, [login.name, generation.name]);
  // The workspace was put back: this person goes on with a fresh session.
  useEffect(() => {
    if (loggedOut?.forgotten) {
      onLogIn();
    }
  }, [loggedOut?.forgotten, onLogIn]);

  if (loggedOut !== undefined) {
    return <LoggedOutNotice name={login.name} loggedOut={loggedOut} onLogIn={onLogIn} onLeave={onLeave} />;
  }
  if (state === undefined) {
    return <main className="notice">Connecting…</main>;
  }
  const onSend = (line: string): void => {
    const typed = readLine(line, state.commands);
    const say = (text: string): void => rooms.add(clientMessage(text, rooms.current));
    if (typed.kind === 'message') {
      api.say(login, rooms.current, typed.text).catch(() => say('The message could not be sent.'));
    } else if (typed.kind === 'refused') {
      say(typed.message);
    } else {
      client
        .runCommand(typed.command, typed.params, rooms.current)
        .catch(() => say(`Something went wrong while executing command \`${typed.command.command}\``));
    }
  };
  const { modal } = client;
  return (
    <GenerationContext.Provider value={generation}>
      <PeopleContext.Provider value={state.people}>
        <RoomsContext.Provider value={state.rooms}>
          <div className="workspace" data-view={view}>
            <RoomSidebar
              login={login}
              generation={generation}
              rooms={state.rooms}
              control={rooms}
              onLeave={onLeave}
              onRoom={(roomId) => {
                rooms.enter(roomId);
                setView('chat');
              }}
            />
            <Chat
              room={state.rooms.find(({ id }) => id === rooms.current)}
              {...{ state, client, surfaces, rooms, draft, field, onSend }}
              onDraft={setDraft}
            />
            <BehindTheScenes state={state} generation={generation} me={login.username} onSession={onSession} />
            <ViewSwitch view={view} onView={setView} />
          </div>
          {modal !== undefined && (
            <ModalDialog
              key={modal.key}
              initialView={modal.view}
              client={client}
              surfaces={surfaces}
              icon={state.app?.icon}
            />
          )}
          <Toasts client={client} />
        </RoomsContext.Provider>
      </PeopleContext.Provider>
    </GenerationContext.Provider>
  );
}
