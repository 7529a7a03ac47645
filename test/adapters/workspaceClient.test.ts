import { IHttp, IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { workspaceClient } from '../../adapters/workspaceClient';
import { LogoutCall } from '../../core/logout/sessionsApi';
import { failureOf, replies, settings } from '../fakes/ports';

const call: LogoutCall = {
  workspaceUrl: 'http://workspace.test',
  credential: { kind: 'login-token', userId: 'u1', authToken: 'token-1' },
  sessionId: 'aLiveSession',
  userAgent: 'Session-Logout id1',
  secondFactor: { code: '123456', method: 'totp' },
  timeoutMs: 10_000,
};

/** A host whose clock stands where the answer came. */
function host(answer: () => Promise<IHttpResponse | undefined>, elapsed = 0) {
  const sent: Array<{ url: string; options?: IHttpRequest }> = [];
  let now = 0;
  const http = {
    post: async (url: string, options?: IHttpRequest) => {
      sent.push({ url, options });
      now += elapsed;
      return answer();
    },
  } as unknown as IHttp;
  return { http, clock: { now: () => now }, sent };
}

const answered =
  (statusCode: number, rest: Partial<IHttpResponse> = {}) =>
  async () =>
    ({ url: '', method: 'post', statusCode, ...rest }) as IHttpResponse;

test('the call is the workspace’s own: path, headers, and a body of the session ID alone', async () => {
  const { http, clock, sent } = host(answered(200, { data: { sessionId: 'aLiveSession', success: true } }));
  await expect(workspaceClient(http, clock).logout(call)).resolves.toEqual({
    kind: 'ended',
    status: 200,
    sessionId: 'aLiveSession',
  });
  expect(sent).toEqual([
    {
      url: 'http://workspace.test/api/v1/sessions/logout',
      options: {
        headers: {
          'User-Agent': 'Session-Logout id1',
          'X-User-Id': 'u1',
          'X-Auth-Token': 'token-1',
          'x-2fa-code': '123456',
          'x-2fa-method': 'totp',
        },
        data: { sessionId: 'aLiveSession' },
        timeout: 10_000,
      },
    },
  ]);
});

test('a bearer token goes as such, and what is not there is not sent', async () => {
  const { http, clock, sent } = host(answered(404, { data: replies.notFound.body }));
  const credential = { kind: 'access-token', accessToken: 'access-1' } as const;
  await workspaceClient(http, clock).logout({ ...call, credential, secondFactor: {} });
  expect(sent[0].options?.headers).toEqual({ 'User-Agent': 'Session-Logout id1', Authorization: 'Bearer access-1' });
});

test('JSON that the host did not parse is read all the same', async () => {
  const { http, clock } = host(answered(404, { content: JSON.stringify(replies.notFound.body) }));
  await expect(workspaceClient(http, clock).logout(call)).resolves.toEqual({ kind: 'not-found', status: 404 });
});

test('a challenge and a refusal are told apart', async () => {
  const challenge = host(answered(400, { data: replies.challenge.body }));
  await expect(workspaceClient(challenge.http, challenge.clock).logout(call)).resolves.toMatchObject({
    kind: 'challenged',
    challenge: { code: 'totp-required', method: 'totp' },
  });
  const refusal = host(answered(403, { data: replies.notPermitted.body }));
  await expect(workspaceClient(refusal.http, refusal.clock).logout(call)).rejects.toMatchObject({
    code: 'error-unauthorized',
    workspaceStatus: 403,
  });
});

test.each([
  ['a page', { content: '<html>' }],
  ['nothing', {}],
  ['nothing, said as null', { data: null, content: '' }],
])('%s is no clear answer', async (_name, response) => {
  const { http, clock } = host(answered(200, response));
  await expect(workspaceClient(http, clock).logout(call)).rejects.toMatchObject({
    code: 'error-workspace-invalid-response',
    workspaceStatus: 200,
  });
});

describe('no answer', () => {
  const fault = async (): Promise<never> => {
    throw new Error('ECONNREFUSED token-1');
  };
  test.each([
    ['thrown, as since 6.10', fault, 5, 'error-workspace-unreachable'],
    ['no response, as up to 6.9', async () => undefined, 5, 'error-workspace-unreachable'],
    ['thrown at the time limit', fault, 10_000, 'error-workspace-timeout'],
    ['no response at the time limit', async () => undefined, 10_001, 'error-workspace-timeout'],
  ])('%s', async (_name, answer, elapsed, code) => {
    const { http, clock } = host(answer, elapsed);
    const failure = await failureOf(workspaceClient(http, clock).logout(call));
    expect(failure).toMatchObject({ code });
    expect(String(failure)).not.toContain('token-1');
  });

  test('a host that forgets its time limit is not waited for', async () => {
    const { http } = host(() => new Promise(() => undefined));
    let now = 0;
    const clock = { now: () => (now += 10) };
    await expect(workspaceClient(http, clock).logout({ ...call, timeoutMs: 10 })).rejects.toMatchObject({
      code: 'error-workspace-timeout',
    });
  });
});

test('another mail is asked for as the caller', async () => {
  const { http, clock, sent } = host(answered(200, { data: { success: true } }));
  await workspaceClient(http, clock).sendAgain(call.credential, 'olivia', settings);
  expect(sent).toEqual([
    {
      url: 'http://workspace.test/api/v1/users.2fa.sendEmailCode',
      options: {
        headers: { 'X-User-Id': 'u1', 'X-Auth-Token': 'token-1' },
        data: { emailOrUsername: 'olivia' },
        timeout: 10_000,
      },
    },
  ]);
});

test.each([
  ['a token that is over', 401, { status: 'error', message: 'You must be logged in' }, 'error-not-logged-in'],
  ['too many', 429, { error: 'You must wait 42 seconds before' }, 'error-too-many-requests'],
  ['a server error', 500, undefined, 'error-workspace-invalid-response'],
])('another mail that is refused: %s', async (_name, status, data, code) => {
  const { http, clock } = host(answered(status, { data }));
  await expect(workspaceClient(http, clock).sendAgain(call.credential, 'olivia', settings)).rejects.toMatchObject({
    code,
  });
});
