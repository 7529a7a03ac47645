import type { Content } from '../app';
import type { Check } from '../check';
import { expectAnswer, expectThat, inWords } from '../expectations';
import { CouldNotTry } from '../outcomes';
import { TEXTS } from '../texts';
import type { World } from '../world';
import { expectEnded } from './endpoint/logout';

const { TITLES, EXPECTED } = TEXTS;

interface Result {
  readonly sessionId: string;
  readonly result: string;
}

/** Finding sessions, and ending several with one code. */
export const severalChecks: readonly Check[] = [
  {
    id: 'several.find',
    title: TITLES.find,
    async run(world) {
      const session = await world.session();
      const rows = await find(world);
      const foreign = rows.filter(({ userId }) => userId !== world.targets.person.userId);
      expectThat(foreign.length === 0, EXPECTED.onlyTheirs, EXPECTED.othersToo(foreign.length));
      const isListed = rows.some(({ sessionId }) => sessionId === session.sessionId);
      expectThat(isListed, EXPECTED.listed, EXPECTED.notListed(rows.length));
    },
  },
  {
    id: 'several.many',
    title: TITLES.many,
    async run(world) {
      const [one, other] = await world.sessions(2);
      const nobody = world.targets.noSession();
      const sessionIds = [one.sessionId, nobody, other.sessionId];
      world.ended(one, other);
      const content = expectAnswer(await world.confirmed('sessions/logout.many', { sessionIds }), 200);
      const said = resultsOf(content).map(({ sessionId, result }) => `${sessionId} ${result}`);
      const wanted = [`${one.sessionId} ended`, `${nobody} already-gone`, `${other.sessionId} ended`];
      expectThat(said.join() === wanted.join(), wanted.join(', '), said.join(', '));
      await expectEnded(one);
      await expectEnded(other);
    },
  },
  {
    id: 'several.all',
    title: TITLES.all,
    async run(world) {
      const [session, kept] = await world.sessions(2);
      const { userId, username } = world.targets.person;
      const body = { userId, except: [kept.sessionId], reason: TEXTS.reason };
      world.ended(session);
      const content = expectAnswer(await world.confirmed('sessions/logout.all', body), 200);
      expectThat(content.username === username && content.complete === true, EXPECTED.allOf(username), () =>
        JSON.stringify(content).slice(0, 200),
      );
      await expectEnded(session);
      expectThat(await kept.isAlive(), EXPECTED.keptLives, EXPECTED.otherEnded);
    },
  },
  {
    id: 'several.nobody',
    title: TITLES.nobody,
    async run(world) {
      const body = { username: world.targets.nobody() };
      expectAnswer(
        await world.app.call('sessions/logout.all', { as: world.caller.login, body }),
        404,
        'error-user-not-found',
      );
    },
  },
];

async function find(world: World): Promise<Array<{ sessionId: string; userId: string }>> {
  const query = new URLSearchParams({ user: world.targets.person.username, count: '100' });
  const answer = await world.confirmed(`sessions/list.all?${query}`);
  if (answer.status === 403) {
    throw new CouldNotTry(TEXTS.mayNotList(world.caller.username, inWords(answer)));
  }
  return expectAnswer(answer, 200).sessions as Array<{ sessionId: string; userId: string }>;
}

function resultsOf({ results }: Content): Result[] {
  return Array.isArray(results) ? (results as Result[]) : [];
}
