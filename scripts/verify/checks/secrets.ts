import { setTimeout as pause } from 'timers/promises';
import manifest from '../../../app.json';
import type { Check } from '../check';
import { expectThat, inWords } from '../expectations';
import { CouldNotTry } from '../outcomes';
import { TEXTS } from '../texts';
import type { World } from '../world';

const { TITLES, EXPECTED } = TEXTS;
const PAGE = 100;
const MOST_PAGES = 10;
/** The engine stores the log of a call after it has answered. */
const STORED_AFTER_MS = 1_500;

interface Logged {
  readonly _id?: string;
  readonly startTime?: string;
  readonly [field: string]: unknown;
}

/** Nothing secret that was sent is anywhere to be read. */
export const secretChecks: readonly Check[] = [
  {
    id: 'secrets.answers',
    title: TITLES.secretsInAnswers,
    async run({ app, secrets }) {
      const texts = app.made.map(({ answer }) => `${JSON.stringify([...answer.headers])}\n${answer.text}`);
      const found = secrets.namesIn(texts.join('\n'));
      expectThat(found.length === 0, EXPECTED.noSecrets, found.join(', '));
      return TEXTS.answersLookedAt(texts.length);
    },
  },
  {
    id: 'secrets.log',
    title: TITLES.secretsInLog,
    async run(world) {
      await pause(STORED_AFTER_MS);
      const logs = await appLogs(world);
      const found = world.secrets.namesIn(logs.map((log) => JSON.stringify(log)).join('\n'));
      expectThat(found.length === 0, EXPECTED.noSecrets, found.join(', '));
      return TEXTS.logsLookedAt(logs.length);
    },
  },
];

/**
 * The app's log of this run, newest first, as its admin page shows it (apps/meteor/ee/server/apps/communication/rest.ts,
 * `:id/logs`; the permission `manage-apps`).
 */
async function appLogs({ remote, startedAt }: World): Promise<Logged[]> {
  const found: Logged[] = [];
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await remote.get(`/api/apps/${manifest.id}/logs?count=${PAGE}&offset=${page * PAGE}`);
    const { logs } = (answer.body ?? {}) as { logs?: Logged[] };
    if (answer.status !== 200 || logs === undefined) {
      throw new CouldNotTry(TEXTS.noLogs(inWords(answer)));
    }
    found.push(...logs);
    const oldest = Date.parse(logs[logs.length - 1]?.startTime ?? '');
    if (logs.length < PAGE || oldest < startedAt.getTime()) {
      break;
    }
  }
  return found;
}
