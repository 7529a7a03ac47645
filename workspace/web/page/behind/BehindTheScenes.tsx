import { Callout } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { ClientGeneration } from '../../client/generations';
import type { StateView } from '../../shared/views';
import { ClientHabits } from '../frame/ClientHabits';
import { Audit } from './Audit';
import { Breakages } from './Breakages';
import { Panel } from './Panel';
import { Requests } from './Requests';
import { SecondFactor } from './SecondFactor';
import { Sessions } from './Sessions';

interface BehindTheScenesProps {
  readonly state: StateView;
  readonly generation: ClientGeneration;
  /** Username. */
  readonly me: string;
  readonly onSession: (sessionId: string) => void;
}

/** What people do not see in a chat: what they hold in their hands, and what the app and the workspace do. */
export function BehindTheScenes({ state, generation, me, onSession }: BehindTheScenesProps): ReactElement {
  return (
    <aside className="behind" aria-label="Behind the scenes">
      <SecondFactor secondFactor={state.secondFactor} />
      <Sessions sessions={state.sessions} me={me} onSession={onSession} />
      <Audit entries={state.audit} />
      <Requests requests={state.requests} />
      <Breakages broken={state.broken} licence={state.licence} />
      <Panel title={`This client: Rocket.Chat ${generation.name}`}>
        <ClientHabits generation={generation} />
        <p className="panel__nothing">
          The workspace says it is {state.release}: it has one version, that of the client chosen last in any tab. Its
          answers are those of a server of {state.server}.
        </p>
        {state.release !== generation.release && (
          <Callout type="warning">
            Another tab has chosen another client. The app now speaks to that one; choose this one again to see how it
            speaks to yours.
          </Callout>
        )}
      </Panel>
    </aside>
  );
}
