import { APP_PATH, contentOf } from '../../app';
import type { Check } from '../../check';
import { expectAnswer, expectThat, inWords } from '../../expectations';
import { send } from '../../http';
import { Failed } from '../../outcomes';
import { TEXTS } from '../../texts';
import type { World } from '../../world';
import { type Attempt, everything } from '../refusals';

const { TITLES, EXPECTED } = TEXTS;
const ENDPOINT = 'sessions/logout';
const PATIENCE_MS = 40_000;

/** What is sent. All of it without a correct code. */
export const inputChecks: readonly Check[] = [
  {
    id: 'endpoint.bodies',
    title: TITLES.bodies,
    async run(world) {
      const as = world.caller.login;
      const sessionId = world.targets.noSession();
      const odd: readonly unknown[] = [
        {},
        { sessionId: '' },
        { sessionId: null },
        { sessionId: 17.5 },
        { sessionId: [sessionId] },
        { sessionId: '../' },
        { sessionId: '.*' },
        { sessionId: 'a'.repeat(129) },
        { sessionId, extra: true },
        { sessionId, reason: 'a'.repeat(501) },
        { sessionId, reason: 'bell \u0007' },
        [],
        new URLSearchParams({ reason: 'no session' }),
      ];
      for (const body of odd) {
        const answer = await world.app.call(ENDPOINT, { as, body });
        expectThat(isMalformed(answer), EXPECTED.malformed, () => `${inWords(answer)} (${describe(body)})`);
      }
      const plain = { as, text: 'sessionId=none', headers: { 'Content-Type': 'text/plain' } };
      expectAnswer(await world.app.call(ENDPOINT, plain), 400, 'invalid-params');
      // The server itself answers this, in its own way, before the app sees it.
      const broken = { as, text: '{"sessionId":', headers: { 'Content-Type': 'application/json' } };
      const answer = await world.app.call(ENDPOINT, broken);
      expectThat(answer.status === 400, '400', () => inWords(answer));
    },
  },
  {
    id: 'endpoint.headers',
    title: TITLES.headers,
    async run(world) {
      const as = world.caller.login;
      const { endpoint, body } = await harmless(world);
      const own = `verify-headers.${Date.now()}:_`;
      const echoed = await world.app.call(endpoint, { as, body, headers: { 'X-Request-Id': own } });
      expectThat(echoed.headers.get('x-request-id') === own, EXPECTED.requestId, shownHeader(echoed, 'x-request-id'));
      expectThat(
        echoed.headers.get('cache-control') === 'no-store',
        EXPECTED.noStore,
        shownHeader(echoed, 'cache-control'),
      );
      const replaced = await world.app.call(endpoint, { as, body, headers: { 'X-Request-Id': 'two words' } });
      const fresh = replaced.headers.get('x-request-id') ?? '';
      expectThat(/^[A-Za-z0-9._:-]{1,64}$/.test(fresh), EXPECTED.freshRequestId, shownHeader(replaced, 'x-request-id'));
      const long = await world.app.call(endpoint, { as, body, code: '1'.repeat(257) });
      expectAnswer(long, 400, 'invalid-params');
      const unknownMethod = await world.app.call(endpoint, { as, body, method: 'sms' });
      expectAnswer(unknownMethod, 400, 'totp-required');
    },
  },
  {
    id: 'endpoint.methods',
    title: TITLES.methods,
    async run(world) {
      const as = world.caller.login;
      for (const verb of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const answer = await world.app.call(ENDPOINT, { as, verb });
        const isRefused = answer.status === 405 && contentOf(answer).errorType === 'error-method-not-allowed';
        const allowed = answer.headers.get('allow');
        if (!isRefused || allowed !== 'POST') {
          throw new Failed(EXPECTED.methodRefused(verb), `${inWords(answer)}, Allow: ${allowed ?? '–'}`);
        }
      }
      const head = await send(`${world.remote.url}${APP_PATH}/${ENDPOINT}`, { method: 'HEAD' }, PATIENCE_MS);
      expectThat(head.status === 405, EXPECTED.methodRefused('HEAD'), String(head.status));
    },
  },
];

/** What can be sent without a code, and asks for one: with a licence a session that does not exist, else everything. */
async function harmless(world: World): Promise<Pick<Attempt, 'endpoint' | 'body'>> {
  const isLicensed = (await world.sessionIfListed()) !== undefined;
  return isLicensed ? { endpoint: ENDPOINT, body: { sessionId: world.targets.noSession() } } : everything(world);
}

function isMalformed(answer: Parameters<typeof contentOf>[0]): boolean {
  const { errorType, details } = contentOf(answer);
  return answer.status === 400 && errorType === 'invalid-params' && typeof details?.field === 'string';
}

function shownHeader({ headers }: { readonly headers: Headers }, name: string): string {
  return `${name}: ${headers.get(name) ?? '–'}`;
}

function describe(body: unknown): string {
  return (body instanceof URLSearchParams ? String(body) : JSON.stringify(body)).slice(0, 60);
}
