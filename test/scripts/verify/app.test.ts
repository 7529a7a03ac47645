import { createServer, type IncomingMessage, type Server } from 'http';
import type { AddressInfo } from 'net';
import { AppClient } from '../../../scripts/verify/app';
import { CouldNotTry } from '../../../scripts/verify/outcomes';
import { Secrets } from '../../../scripts/verify/secrets';
import { NotTheTestPerson, Targets } from '../../../scripts/verify/targets';

const OWN = 'tTouumJMrHMjnedWf';
const BOB = { userId: 'bobBobBobBobBobBo', username: 'bob' };
const AS = { userId: 'ada', authToken: 'aTokenOfAdaThatIsLong' };

let server: Server;
let received: IncomingMessage[];
let answers: Array<{ status: number; body: object }>;
let waited: number[];
let stop: AbortController;
let secrets: Secrets;
let app: AppClient;

beforeEach(async () => {
  [received, answers, waited] = [[], [], []];
  stop = new AbortController();
  secrets = new Secrets();
  server = createServer((request, response) => {
    received.push(request);
    const { status, body } = answers.shift() ?? { status: 200, body: { success: true } };
    response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const targets = new Targets(BOB);
  targets.own({ sessionId: OWN, userId: BOB.userId });
  app = new AppClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
    targets,
    secrets,
    say: () => undefined,
    signal: stop.signal,
    wait: async (ms) => void waited.push(ms),
  });
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const refusal = (status: number, errorType: string, details = {}) => ({
  status,
  body: { success: false, errorType, details },
});

test('a call is sent under a request ID of its own, and kept with its answer', async () => {
  await app.call('sessions/logout', { as: AS, code: '123456', method: 'totp', body: { sessionId: OWN } });
  await app.call('sessions/logout', { as: AS, body: new URLSearchParams({ sessionId: OWN }) });

  expect(received.map(({ method, headers }) => [method, headers['x-2fa-code'], headers['content-type']])).toEqual([
    ['POST', '123456', 'application/json'],
    ['POST', undefined, expect.stringContaining('application/x-www-form-urlencoded')],
  ]);
  expect(app.made.map(({ requestId }) => requestId)).toEqual(received.map(({ headers }) => headers['x-request-id']));
  expect(secrets.namesIn(AS.authToken)).toEqual(['a login token']);
});

test.each([{ sessionId: 'somebodyElsesOne17' }, { userId: 'alice' }, { sessionIds: [OWN, 'somebodyElsesOne17'] }])(
  'what could end a session of somebody else is not sent: %j',
  async (body) => {
    await expect(app.call('sessions/logout.many', { as: AS, body })).rejects.toThrow(NotTheTestPerson);
    expect(received).toEqual([]);
  },
);

test('where the workspace limits the rate, it waits as long as it is told, and asks again', async () => {
  answers = [refusal(429, 'error-too-many-requests', { retryAfterSeconds: 42 })];

  expect((await app.call('sessions/logout', { as: AS, body: { sessionId: OWN } })).status).toBe(200);
  expect(waited).toEqual([43_000]);
});

test.each([
  ['no licence', refusal(403, 'error-license-required'), false],
  ['a lockout, after which nothing works', refusal(429, 'error-locked-out', { retryAfterSeconds: 840 }), true],
  ['no such endpoint', { status: 404, body: {} }, false],
])('%s means that it cannot be tried', async (_what, answer, stops) => {
  answers = [answer];

  const call = app.call('sessions/logout', { as: AS, body: { sessionId: OWN } });
  await expect(call).rejects.toThrow(CouldNotTry);
  await expect(call).rejects.toMatchObject({ stops });
});

test('once it is stopped nothing is sent, but for what takes something back', async () => {
  stop.abort();

  await expect(app.call('sessions/logout', { body: { sessionId: OWN } })).rejects.toThrow(CouldNotTry);
  expect(received).toEqual([]);
  await app.call('sessions/logout', { body: { sessionId: OWN }, takesBack: true });
  expect(received).toHaveLength(1);
});
