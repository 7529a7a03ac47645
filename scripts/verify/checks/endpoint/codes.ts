import { contentOf } from '../../app';
import type { Check } from '../../check';
import { expectAnswer, expectThat, inWords } from '../../expectations';
import { TEXTS } from '../../texts';
import { refused } from './access';

const { TITLES, EXPECTED } = TEXTS;
const ENDPOINT = 'sessions/logout';

/** Whether a session ends only with the second factor of this very moment. */
export const codeChecks: readonly Check[] = [
  refused.codeMissing,
  refused.codeIncorrect,
  refused.codeRemembered,
  {
    id: 'endpoint.no-session',
    title: TITLES.noSession,
    async run(world) {
      const body = { sessionId: world.targets.noSession() };
      expectAnswer(await world.confirmed(ENDPOINT, body), 404, 'error-session-not-found');
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
