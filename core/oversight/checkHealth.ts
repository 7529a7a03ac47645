import { SettingsReader } from '../shared/settings';
import { Clock } from '../shared/ports';
import { checked, SetupCheck } from './setup';

/** The clearing of the record comes by once a day; after this long something keeps it from running, in milliseconds. */
const LATE_MS = 49 * 3_600_000;

/** How the clearing of the record went the last time. */
export interface LastRetention {
  /** In milliseconds since the epoch. */
  readonly at: number;
  readonly failed: boolean;
}

export interface HealthPorts {
  readonly settings: Pick<SettingsReader, 'logout' | 'chat' | 'record' | 'alarms'>;
  readonly clock: Clock;
  readonly installation: {
    /** A random ID of this installation of the app; the same on all its servers. */
    id(): Promise<string>;
  };
  readonly retention: {
    /** Undefined before it ran for the first time. */
    last(): Promise<LastRetention | undefined>;
  };
}

/**
 * Looks at what must be there for the app to work at all, without a request to anybody: anyone may ask for this at any
 * time.
 *
 * @returns what was found of the settings and of the record; `installation`: its ID, undefined when the app's own data
 *   cannot be read
 */
export async function checkHealth(
  ports: HealthPorts,
): Promise<{ readonly installation?: string; readonly checks: readonly SetupCheck[] }> {
  const [settings, retention, installation] = await Promise.all([
    settingsCheck(ports.settings),
    retentionCheck(ports),
    ports.installation.id().catch(() => undefined),
  ]);
  return { installation, checks: [settings, retention] };
}

async function settingsCheck(settings: HealthPorts['settings']): Promise<SetupCheck> {
  try {
    await Promise.all([settings.logout(), settings.chat(), settings.record(), settings.alarms()]);
    return checked('settings', 'ok');
  } catch {
    return checked('settings', 'unreadable');
  }
}

async function retentionCheck({ settings, retention, clock }: HealthPorts): Promise<SetupCheck> {
  try {
    const [{ keepDays }, last] = await Promise.all([settings.record(), retention.last()]);
    if (keepDays === 0) {
      return checked('retention', 'for-good');
    }
    if (!last) {
      return checked('retention', 'not-yet');
    }
    if (last.failed) {
      return checked('retention', 'failed');
    }
    return checked('retention', clock.now() - last.at > LATE_MS ? 'late' : 'ok');
  } catch {
    return checked('retention', 'unknown');
  }
}
