import type { Check } from '../../scripts/verify/check';
import { type Change, install } from './support/tamperedApp';
import { type ProxyHabits, TamperingProxy } from './support/tamperingProxy';
import { notHeld, verifying } from './support/verifying';
import { useWorkspace } from './support/workspace';

jest.setTimeout(90_000);

const workspace = useWorkspace();

beforeEach(() => workspace.settings({ API_Enable_Rate_Limiter_Limit_Calls_Default: 1000 }));

const withoutLicence = () => workspace.settings({ licence: 'never' });

interface Fault {
  readonly name: string;
  /** What has to find it. */
  readonly check: Check['id'];
  /** What has to go before it. */
  readonly after?: readonly Check['id'][];
  readonly testPerson?: string;
  readonly changes: readonly Change[];
  /** Something that the workspace holds, so that the fault shows. */
  readonly arrange?: () => Promise<unknown>;
}

/** Somebody whose name makes the workspace's own search find them, too. */
async function namedAfterBob(): Promise<void> {
  const bob = (await workspace.state()).users.find(({ username }) => username === 'bob');
  await workspace.dev('users', { username: 'mallory', name: bob?._id });
  await workspace.devices('mallory', 1);
}

/** `core/many/logoutEverything.ts`. With a licence, to list the sessions takes a correct code as well. */
const NOT_VERIFIED: Change = ['await way.verify(confirmed);', '{ confirmed };'];

const FAULTS: readonly Fault[] = [
  {
    name: 'everybody may end sessions',
    check: 'endpoint.no-role',
    changes: [['if (!resolved.some((id) => id !== void 0 && caller.roles.includes(id)))', 'if (false)']],
  },
  {
    name: 'a token that ignores the second factor is let through',
    check: 'endpoint.bypass-token',
    changes: [['throw new AppError("error-2fa-not-enforced", workspaceStatus);', '']],
  },
  {
    name: 'the workspace can remember the codes that went through the app',
    check: 'endpoint.code-repeated',
    changes: [['`Session-Logout ${random.id()}`', '"Session-Logout"']],
  },
  {
    name: 'fields that do not exist are accepted',
    check: 'endpoint.bodies',
    changes: [['Object.keys(body).some((key) => !allowed.includes(key))', 'false']],
  },
  {
    name: 'answers may be cached',
    check: 'endpoint.headers',
    changes: [['"X-Request-Id": correlationId, "Cache-Control": "no-store" }', '"X-Request-Id": correlationId }']],
  },
  {
    name: 'other methods are said not to exist',
    check: 'endpoint.methods',
    changes: [['"error-method-not-allowed": 405,', '"error-method-not-allowed": 404,']],
  },
  {
    name: 'a logout is said to be done that was never sent',
    check: 'endpoint.logout',
    changes: [
      [
        'answer2 = await sessions.logout(Object.assign(Object.assign({}, call), { sessionId, secondFactor, userAgent }));',
        'answer2 = { kind: "ended", sessionId, status: 200 };',
      ],
    ],
  },
  {
    name: 'what is to be kept is ended as well',
    check: 'several.all',
    changes: [['return targets.filter(({ sessionId }) => !except.includes(sessionId));', 'return targets;']],
  },
  {
    name: 'a search for one person shows others, too',
    check: 'several.find',
    arrange: namedAfterBob,
    changes: [['rows.filter((row) => userId === void 0 || row.userId === userId)', 'rows']],
  },
  {
    name: 'everything ends with a code that nobody verified',
    check: 'everything.code-incorrect',
    arrange: withoutLicence,
    changes: [NOT_VERIFIED],
  },
  {
    name: 'without a licence the dialog takes any code',
    check: 'chat.everything',
    arrange: withoutLicence,
    changes: [NOT_VERIFIED],
  },
  {
    name: 'the record has other request IDs than the answers',
    check: 'record.entries',
    after: ['endpoint.logout'],
    changes: [['requestId: entry.correlationId,', 'requestId: entry.id,']],
  },
  {
    name: 'the log keeps what callers sent',
    check: 'secrets.log',
    after: ['endpoint.code-missing'],
    changes: [['entry.args[index] = index === 0 ? sentenceOf(entry.args[index]) : WITHHELD;', '']],
  },
  {
    name: 'incorrect codes lock nobody out',
    check: 'lockout.counts',
    testPerson: 'pat',
    changes: [['var MAX_INCORRECT_CODES = 5;', 'var MAX_INCORRECT_CODES = 50;']],
  },
  {
    name: 'disconnect is said to be done, and nothing is',
    check: 'chat.disconnect',
    changes: [['await ports.connections.disconnect(caller.id);', '']],
  },
];

/** Each in one of the engines: what finds it runs outside of them. */
const ofThisEngine = <T>(all: readonly T[]): T[] => all.filter((_, index) => (index % 2 === 0) === (engine === 'deno'));

test.each(ofThisEngine(FAULTS).map((fault) => [fault.name, fault] as const))('%s', async (_name, fault) => {
  const { check, after = [], testPerson = 'bob', changes, arrange } = fault;
  await install(workspace, ...changes);
  await arrange?.();
  const { status, report } = await verifying(workspace, testPerson, ...after, check);

  expect(notHeld(report)).toEqual({ [check]: expect.stringMatching(/^failed: expected .+; saw .+/) });
  expect([status, report.failed]).toEqual([1, 1]);
  expect(report.left).toEqual([]);
});

const HABITS: ReadonlyArray<readonly [string, ProxyHabits, RegExp]> = [
  ['a proxy that holds sockets open', { holdsSockets: true }, /saw it is still open/],
  ['a proxy that takes the code out of requests', { dropsHeader: 'x-2fa-code' }, /saw 400 totp-required/],
];

test.each(ofThisEngine(HABITS))('%s', async (_name, habits, saw) => {
  await install(workspace);
  const proxy = new TamperingProxy(workspace.url, habits);
  const url = await proxy.start();
  try {
    const { status, report } = await verifying({ url }, 'bob', 'endpoint.logout');

    expect(notHeld(report)).toEqual({ 'endpoint.logout': expect.stringMatching(saw) });
    expect(status).toBe(1);
  } finally {
    await proxy.stop();
  }
});
