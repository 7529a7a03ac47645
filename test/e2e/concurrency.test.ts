import type { Device } from '../../workspace/client/views';
import { incorrect } from './support/codes';
import { expectReceived } from './support/expectations';
import { type Caller, useWorkspace } from './support/workspace';

const workspace = useWorkspace();
const CALLS = 30;

/** Three logins of two people. */
const callers = async (): Promise<Caller[]> => [
  workspace.admin,
  await workspace.caller('pat'),
  await workspace.caller('admin'),
];
const requestId = (index: number): string => `call-${index}`;
const logoutsOf = async (): Promise<Map<string, string | undefined>> => {
  const { sessions } = await workspace.state();
  const ended = sessions.filter(({ logoutAt }) => logoutAt !== undefined);
  return new Map(ended.map(({ sessionId, logoutBy }) => [sessionId, logoutBy]));
};

test(`${CALLS} sessions at once: each is ended once, by its caller, and recorded once`, async () => {
  const devices = await workspace.devices('alice', CALLS);
  const people = await callers();
  const callerOf = (index: number): Caller => people[index % people.length];

  const answers = await Promise.all(
    devices.map(({ sessionId }, index) =>
      workspace.logout({ ...callerOf(index), sessionId, headers: { 'X-Request-Id': requestId(index) } }),
    ),
  );

  expect(answers.map(({ status, body, headers }) => ({ status, body, id: headers.get('x-request-id') }))).toEqual(
    devices.map(({ sessionId }, index) => ({ status: 200, body: { sessionId, success: true }, id: requestId(index) })),
  );
  expect(await logoutsOf()).toEqual(
    new Map(devices.map(({ sessionId }, index) => [sessionId, callerOf(index).as.userId])),
  );
  const { logouts } = await expectReceived(workspace, { probes: CALLS, logouts: CALLS });
  expect(new Set(logouts.map(({ body }) => (body as Device).sessionId)).size).toBe(CALLS);
  const entries = await workspace.auditEntries();
  expect(entries).toHaveLength(CALLS);
  expect(new Set(entries.map(({ id }) => id)).size).toBe(CALLS);
  expect(new Map(entries.map((entry) => [entry.correlationId, entry]))).toEqual(
    new Map(
      devices.map(({ sessionId }, index) => [
        requestId(index),
        expect.objectContaining({
          sessionId,
          callerId: callerOf(index).as.userId,
          outcome: expect.objectContaining({ result: 'done' }),
        }),
      ]),
    ),
  );
});

test(`${CALLS} calls of all kinds at once: each gets its own answer`, async () => {
  const devices = await workspace.devices('bob', CALLS);
  const { as, code } = workspace.admin;
  const max = await workspace.logIn('max');
  const kinds = [
    { result: 'done', status: 200, call: { as, code } },
    { result: 'totp-required', status: 400, call: { as } },
    { result: 'totp-invalid', status: 400, call: { as, code: incorrect(code) } },
    { result: 'error-unauthorized', status: 403, call: { as: max, code } },
    { result: 'invalid-params', status: 400, call: { as, code, reason: 'x'.repeat(501) } },
  ];
  /** Five incorrect codes would lock the caller out. */
  const INCORRECT = 4;
  const kindOf = (index: number) => {
    const kind = kinds[index % kinds.length];
    return kind.result === 'totp-invalid' && index >= INCORRECT * kinds.length ? kinds[1] : kind;
  };

  const answers = await Promise.all(
    devices.map(({ sessionId }, index) =>
      workspace.logout({ sessionId, ...kindOf(index).call, headers: { 'X-Request-Id': requestId(index) } }),
    ),
  );

  answers.forEach(({ status, body, headers }, index) => {
    const { result } = kindOf(index);
    const { sessionId } = devices[index];
    expect(body).toMatchObject(
      result === 'done' ? { sessionId, success: true } : { success: false, errorType: result },
    );
    expect({ status, id: headers.get('x-request-id') }).toEqual({
      status: kindOf(index).status,
      id: requestId(index),
    });
  });
  const done = devices.filter((_, index) => kindOf(index).result === 'done');
  expect(await logoutsOf()).toEqual(new Map(done.map(({ sessionId }) => [sessionId, as.userId])));
  const perKind = CALLS / kinds.length;
  await expectReceived(workspace, { probes: 3 * perKind, logouts: perKind });
  const entries = await workspace.auditEntries();
  // Those without a role are counted together; of any other call there is an entry.
  const isRefused = (result: string): boolean => result === 'error-unauthorized';
  const [refused, others] = [true, false].map((which) =>
    entries.filter(({ outcome }) => (outcome !== 'unknown' && isRefused(outcome.result)) === which),
  );
  expect(refused.length).toBeGreaterThan(0);
  expect(refused.length).toBeLessThanOrEqual(perKind);
  const expected = devices.flatMap((_, index) => (isRefused(kindOf(index).result) ? [] : [index]));
  expect(others).toHaveLength(expected.length);
  expect(new Map(others.map(({ correlationId, outcome }) => [correlationId, outcome]))).toEqual(
    new Map(expected.map((index) => [requestId(index), expect.objectContaining({ result: kindOf(index).result })])),
  );
});

test('the same session many times at once: every call is answered and recorded', async () => {
  const sessionId = workspace.alice.sessionId;

  const answers = await Promise.all(
    Array.from({ length: 10 }, () => workspace.logout({ ...workspace.admin, sessionId })),
  );

  // The workspace ends a session again that has ended already, and says so; the app cannot tell the difference.
  expect(answers.map(({ body }) => body)).toEqual(answers.map(() => ({ sessionId, success: true })));
  expect(await logoutsOf()).toEqual(new Map([[sessionId, workspace.admin.as.userId]]));
  expect(await workspace.auditEntries()).toHaveLength(answers.length);
});
