import { Button, ToggleSwitch } from '@rocket.chat/fuselage';
import type { ReactElement } from 'react';
import type { Licence } from '../../../state/licence';
import { BREAKAGES, type Breakage } from '../../shared/views';
import { api } from '../api';
import { LicenceChoice } from './LicenceChoice';
import { Panel } from './Panel';

const NAMES: Readonly<Record<Breakage, string>> = {
  slow: 'Workspace slow (6.5 s for every answer)',
  unreachable: 'Workspace unreachable',
  rateLimit: 'Rate limit reached',
  twoFactorOff: 'Two-factor authentication off',
};

interface BreakagesProps {
  readonly broken: readonly Breakage[];
  readonly licence: Licence;
}

/** Breaks the workspace, as far as the app meets it, with one click. */
export function Breakages({ broken, licence }: BreakagesProps): ReactElement {
  return (
    <Panel title="Break something">
      <ul className="rows" aria-label="Things to break">
        {BREAKAGES.map((name) => (
          <li key={name}>
            <label htmlFor={`break-${name}`}>{NAMES[name]}</label>
            <ToggleSwitch
              id={`break-${name}`}
              checked={broken.includes(name)}
              onChange={() => void api.breakThing(name, !broken.includes(name))}
            />
          </li>
        ))}
      </ul>
      <LicenceChoice licence={licence} />
      <Button small onClick={() => void api.putEverythingBack()}>
        Put everything back
      </Button>
      <p className="panel__nothing">Sessions, settings and connections, too, are then as they were at the start.</p>
    </Panel>
  );
}
