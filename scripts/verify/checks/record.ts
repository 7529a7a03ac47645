import { contentOf, type Made } from '../app';
import type { Check } from '../check';
import { expectAnswer, expectThat, inWords } from '../expectations';
import { CouldNotTry } from '../outcomes';
import { TEXTS } from '../texts';
import type { World } from '../world';

const { TITLES, EXPECTED } = TEXTS;
const MOST_PAGES = 5;
/** The clocks of this machine and the server may differ. */
const CLOCK_SKEW_MS = 120_000;
/** What of this run must be in the record, each with an entry of its own; equal refusals may be counted in one. */
const RECORDED = new Map([
  ['sessions/logout', 'logout'],
  ['sessions/logout.many', 'logout-many'],
  ['sessions/logout.all', 'logout-all'],
  ['sessions/logout.everything', 'logout-everything'],
]);

interface Entry {
  readonly requestId: string;
  readonly action: string;
  readonly via: string;
  readonly result: string;
  readonly sessionId?: string;
  readonly caller: { readonly id: string };
  readonly [field: string]: unknown;
}

/** What was done is in the record, and only those who may read it do. */
export const recordChecks: readonly Check[] = [
  {
    id: 'record.entries',
    title: TITLES.record,
    async run(world) {
      const done = world.app.made.filter(isDone);
      if (done.length === 0) {
        throw new CouldNotTry(TEXTS.nothingToFind);
      }
      const entries = await read(world);
      for (const call of done) {
        const entry = entries.find(({ requestId }) => requestId === call.requestId);
        expectThat(
          entry !== undefined,
          EXPECTED.entryOf(call.endpoint, call.requestId),
          EXPECTED.noEntry(entries.length),
        );
        const { action, via, result, caller } = entry;
        const wanted = [RECORDED.get(call.endpoint), 'api', 'done', world.caller.userId].join(' ');
        expectThat(
          wanted === [action, via, result, caller.id].join(' '),
          wanted,
          [action, via, result, caller.id].join(' '),
        );
      }
      return TEXTS.entriesFound(done.length);
    },
  },
  {
    id: 'record.export',
    title: TITLES.exported,
    async run(world) {
      const call = world.app.made.find(isDone);
      if (call === undefined) {
        throw new CouldNotTry(TEXTS.nothingToFind);
      }
      const answer = await ask(world, `audit.ndjson?${fromTheStart(world)}`);
      expectThat(answer.status === 200, '200', () => inWords(answer));
      const lines = answer.text.split('\n').filter((line) => line !== '');
      const isThere = lines.some((line) => (JSON.parse(line) as Entry).requestId === call.requestId);
      expectThat(isThere, EXPECTED.entryOf(call.endpoint, call.requestId), EXPECTED.noEntry(lines.length));
    },
  },
];

/** To be tried while the test person is still logged in. */
export const noAuditorCheck: Check = {
  id: 'record.no-role',
  title: TITLES.recordNoRole,
  async run(world) {
    const test = await world.requireTestPersonWithoutRole();
    expectAnswer(await world.app.call('audit', { as: test.login }), 403, 'error-unauthorized');
  },
};

function isDone({ endpoint, answer, body }: Made): boolean {
  return RECORDED.has(endpoint) && answer.status === 200 && contentOf(answer).success === true && body !== undefined;
}

async function read(world: World): Promise<Entry[]> {
  const query = fromTheStart(world);
  const found: Entry[] = [];
  for (let page = 0, cursor = ''; page < MOST_PAGES; page += 1) {
    const answer = await ask(world, `audit?limit=200&${query}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    const { entries, next } = expectAnswer(answer, 200) as { entries?: Entry[]; next?: string | null };
    found.push(...(entries ?? []));
    if (!next) {
      break;
    }
    cursor = next;
  }
  return found;
}

async function ask(world: World, endpoint: string) {
  const answer = await world.confirmed(endpoint);
  if (contentOf(answer).errorType === 'error-unauthorized') {
    throw new CouldNotTry(TEXTS.noAuditor(world.caller.username));
  }
  return answer;
}

function fromTheStart({ startedAt }: World): string {
  const from = new Date(startedAt.getTime() - CLOCK_SKEW_MS).toISOString();
  return `from=${encodeURIComponent(from)}`;
}
