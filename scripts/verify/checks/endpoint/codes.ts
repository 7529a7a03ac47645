import { contentOf } from '../../app';
import type { Check } from '../../check';
import { expectAnswer, expectThat, inWords } from '../../expectations';
import { CouldNotTry, Failed } from '../../outcomes';
import { freshAgent } from '../../person';
import type { TestSession } from '../../sessions';
import { TEXTS } from '../../texts';
import type { World } from '../../world';

const { TITLES, EXPECTED } = TEXTS;
const ENDPOINT = 'sessions/logout';

/** Whether a session ends only with the second factor of this very moment. */
export const codeChecks: readonly Check[] = [
  {
    id: 'endpoint.code-missing',
    title: TITLES.codeMissing,
    async run(world) {
      const method = await world.caller.secondFactor();
      const session = await world.session();
      const answer = await end(world, session, {});
      const { details } = expectAnswer(answer, 400, 'totp-required');
      expectThat(details?.method === method, EXPECTED.method(method), String(details?.method));
      await expectLives(session);
    },
  },
  {
    id: 'endpoint.code-incorrect',
    title: TITLES.codeIncorrect,
    async run(world) {
      const session = await world.session();
      const code = await world.caller.incorrectCode();
      const answer = await end(world, session, { code, method: await world.caller.secondFactor() });
      expectAnswer(answer, 400, 'totp-invalid');
      await expectLives(session);
    },
  },
  {
    id: 'endpoint.code-remembered',
    title: TITLES.codeRemembered,
    async run(world) {
      const session = await world.session();
      const agent = freshAgent();
      const [method, code] = [await world.caller.secondFactor(), await world.caller.code()];
      const nobody = world.targets.noSession();
      const confirmed = { 'User-Agent': agent, 'x-2fa-method': method, 'x-2fa-code': code };
      const first = await world.directly(nobody, confirmed);
      const again = await world.directly(nobody, { 'User-Agent': agent });
      if (first.status !== 404 || again.status !== 404) {
        throw new CouldNotTry(TEXTS.nothingRemembered(inWords(again)));
      }
      expectAnswer(await end(world, session, { headers: { 'User-Agent': agent } }), 400, 'totp-required');
      await expectLives(session);
    },
  },
  {
    id: 'endpoint.no-session',
    title: TITLES.noSession,
    async run(world) {
      const [method, code] = [await world.caller.secondFactor(), await world.caller.code()];
      const body = { sessionId: world.targets.noSession() };
      const answer = await world.app.call(ENDPOINT, { as: world.caller.login, body, code, method });
      expectAnswer(answer, 404, 'error-session-not-found');
    },
  },
  {
    id: 'endpoint.code-repeated',
    title: TITLES.codeRepeated,
    async run(world) {
      const [method, code] = [await world.caller.secondFactor(), await world.caller.code()];
      const as = world.caller.login;
      const ask = (given?: string) =>
        world.app.call(ENDPOINT, { as, body: { sessionId: world.targets.noSession() }, code: given, method });
      expectAnswer(await ask(code), 404, 'error-session-not-found');
      expectAnswer(await ask(), 400, 'totp-required');
      const again = await ask(code);
      // A code of an authenticator app is good for its time, a mailed one for one call.
      const { errorType } = contentOf(again);
      const wanted = method === 'email' ? ['totp-invalid'] : ['error-session-not-found', 'totp-invalid'];
      expectThat(wanted.includes(errorType ?? ''), EXPECTED.checkedAgain, () => inWords(again));
    },
  },
];

function end(
  world: World,
  { sessionId }: TestSession,
  call: { code?: string; method?: string; headers?: Record<string, string> },
) {
  return world.app.call(ENDPOINT, { as: world.caller.login, body: { sessionId }, ...call });
}

async function expectLives(session: TestSession): Promise<void> {
  if (!(await session.isAlive())) {
    // Whatever ended it might end more.
    throw new Failed(EXPECTED.sessionLives, EXPECTED.sessionEnded, true);
  }
}
