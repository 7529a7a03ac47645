import { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { LogoutAllEndpoint } from '../../endpoints/LogoutAllEndpoint';
import { LogoutEverythingEndpoint } from '../../endpoints/LogoutEverythingEndpoint';
import { LogoutManyEndpoint } from '../../endpoints/LogoutManyEndpoint';
import { admin, engineWorld, pat } from '../fakes/engine';
import { rowOf } from '../fakes/list';
import { json, replies } from '../fakes/ports';

const headers = { 'x-user-id': 'u1', 'x-auth-token': 'token-1', 'x-2fa-code': '731946', 'x-request-id': 'request-1' };
const ENDPOINTS = { many: LogoutManyEndpoint, all: LogoutAllEndpoint, everything: LogoutEverythingEndpoint };
const bodies = { many: { sessionIds: ['s0', 's1'] }, all: { userId: pat.id }, everything: { username: 'pat' } };

function worldWith(change: { ending?: (sessionId: string) => ReturnType<typeof json> } = {}) {
  const world = engineWorld();
  world.workspace.answer = (_method, url, { headers: sent, data }) => {
    const { sessionId = '' } = (data ?? {}) as { sessionId?: string };
    if (url.includes('list.all')) {
      const sessions = ['s0', 's1'].map((id) => rowOf({ sessionId: id, userId: pat.id, loginAt: 0 }));
      return json(200, { sessions, count: 100, offset: 0, total: 2, success: true });
    }
    if (url.endsWith('users.logout')) {
      return json(200, { message: 'User u2 has been logged out!', success: true });
    }
    if (!sent?.['x-2fa-code']) {
      return replies.challenge;
    }
    return sessionId.startsWith('verify-') ? replies.notFound : (change.ending ?? replies.done)(sessionId);
  };
  const posted = (which: keyof typeof ENDPOINTS, request: object = {}) =>
    new ENDPOINTS[which](world.app).post(
      { user: admin, headers, content: bodies[which], ...request } as unknown as IApiRequest,
      {} as IApiEndpointInfo,
      world.read,
      world.modify,
      world.http,
      world.persistence,
    );
  return { ...world, posted };
}

const both = { ended: 2, failed: 0, notBegun: 0 };
const results = [
  { sessionId: 's0', result: 'ended' },
  { sessionId: 's1', result: 'ended' },
];
const person = { userId: pat.id, username: 'pat', complete: true };
test.each<[keyof typeof ENDPOINTS, object]>([
  ['many', { success: true, results, ...both }],
  ['all', { success: true, results, ...both, ...person }],
  ['everything', { success: true, results, ...both, ...person, survives: ['oauth-tokens'] }],
])('%s: the answer is whole, and has no secret in it', async (which, content) => {
  const world = worldWith();
  await expect(world.posted(which)).resolves.toEqual({
    status: 200,
    headers: { 'X-Request-Id': 'request-1', 'Cache-Control': 'no-store' },
    content,
  });
  expect(world.lines.join()).toContain(`"event":"logout-${which}","correlationId":"request-1","result":"done"`);
  expect(world.seen()).not.toMatch(/token-1|731946/);
});

test.each(['many', 'all', 'everything'] as const)('%s: nobody is logged in: nothing is sent', async (which) => {
  const world = worldWith();
  expect(await world.posted(which, { user: undefined })).toMatchObject({ status: 401 });
  expect(await world.posted(which, { content: undefined })).toMatchObject({ status: 400 });
  expect(world.sent).toEqual([]);
});

test('what did not work is told for each session', async () => {
  const world = worldWith({ ending: (sessionId) => (sessionId === 's1' ? replies.tooMany : replies.done(sessionId)) });
  const answer = await world.posted('many', { content: { sessionIds: ['s0', 's1', 's2'] } });
  expect(answer).toMatchObject({ status: 200 });
  const { results: told, ...rest } = answer.content as { results: Array<{ sessionId: string }> };
  expect(told.slice(0, 2)).toEqual([
    { sessionId: 's0', result: 'ended' },
    { sessionId: 's1', result: 'refused', error: 'error-too-many-requests' },
  ]);
  expect(rest).toMatchObject({
    success: false,
    stoppedBy: 'error-too-many-requests',
    retryAfterSeconds: 42,
    hint: expect.stringContaining('api-bypass-rate-limit'),
  });
});

test('all: a list that was not read whole is no success', async () => {
  const world = worldWith();
  const { answer } = world.workspace;
  world.workspace.answer = (method, url, request) =>
    url.includes('offset=0')
      ? json(200, {
          sessions: [rowOf({ sessionId: 's0', userId: pat.id, loginAt: 0 })],
          count: 1,
          offset: 0,
          total: 2,
          success: true,
        })
      : url.includes('list.all')
        ? json(500, undefined)
        : answer(method, url, request);
  expect((await world.posted('all')).content).toMatchObject({ success: false, ended: 1, complete: false });
});
