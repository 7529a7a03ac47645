import { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { ListSessionsEndpoint } from '../../endpoints/ListSessionsEndpoint';
import { admin, engineWorld } from '../fakes/engine';
import { logins, rowOf } from '../fakes/list';
import { json, replies } from '../fakes/ports';

type World = ReturnType<typeof engineWorld>;
const headers = { 'x-user-id': 'u1', 'x-auth-token': 'token-1', 'x-2fa-code': '731946', 'x-request-id': 'request-1' };
const asked = (world: World, change: object = {}) =>
  new ListSessionsEndpoint(world.app).get(
    { user: admin, headers, query: {}, ...change } as unknown as IApiRequest,
    {} as IApiEndpointInfo,
    world.read,
    world.modify,
    world.http,
    world.persistence,
  );
const rows = logins(3).map(rowOf);
/** A workspace that asks for a code and then shows its list, as far as it can. */
const content = (world: World, total = rows.length): void => {
  world.workspace.answer = (_method, url, { headers: sent }) => {
    const sessions = url.includes('offset=0&') ? rows : undefined;
    return sent?.['x-2fa-code'] === undefined
      ? replies.challenge
      : sessions
        ? json(200, { sessions, count: 100, offset: 0, total, success: true })
        : replies.tooMany;
  };
};

test('the answer has the shape of the workspace’s, the rows as it sent them, and whether that is all', async () => {
  const world = engineWorld();
  content(world);
  await expect(asked(world, { query: { count: '2' } })).resolves.toEqual({
    status: 200,
    headers: { 'X-Request-Id': 'request-1', 'Cache-Control': 'no-store' },
    content: { sessions: rows.slice(0, 2), count: 2, offset: 0, total: 3, complete: true, success: true },
  });
  expect(world.sent.map(({ method }) => method)).toEqual(['get', 'get']);
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ action: 'list', via: 'api', outcome: expect.objectContaining({ result: 'done' }) }),
  ]);
  expect(world.seen()).not.toMatch(/token-1|731946/);
});

test('what stopped it before the end is named', async () => {
  const world = engineWorld();
  content(world, 4);
  const { content: body } = await asked(world);
  expect(body).toMatchObject({ total: 3, complete: false, stoppedBy: 'error-too-many-requests', success: true });
});

const refusals: Array<[string, object, number, string, number]> = [
  ['nobody is logged in', { user: undefined }, 401, 'error-not-logged-in', 0],
  ['no credential can be forwarded', { headers: {} }, 401, 'error-not-logged-in', 0],
  ['a deactivated account', { user: { ...admin, isEnabled: false } as IUser }, 403, 'error-account-deactivated', 1],
  ['no allowed role', { user: { ...admin, roles: ['user'] } as IUser }, 403, 'error-unauthorized', 1],
  ['an unknown parameter', { query: { fields: '{}' } }, 400, 'invalid-params', 1],
  ['a parameter twice', { query: { filter: ['a', 'b'] } }, 400, 'invalid-params', 1],
];
test.each(refusals)('invariant 1: %s: nothing is sent', async (_name, change, status, errorType, entries) => {
  const world = engineWorld();
  content(world);
  const answer = await asked(world, change);
  expect(answer).toMatchObject({ status, content: { success: false, errorType } });
  expect(world.sent).toEqual([]);
  expect(await world.recorded()).toHaveLength(entries);
  expect(world.lines.join()).toContain(errorType);
});

test('a refused parameter is named', async () => {
  const { content: body } = await asked(engineWorld(), { query: { count: ['1', '2'] } });
  expect(body).toMatchObject({ details: { field: 'count' }, error: expect.stringContaining('"count"') });
});

test.each(['post', 'put', 'delete', 'head', 'options', 'patch'] as const)('%s is not allowed', async (method) => {
  const world = engineWorld();
  const request = { user: admin, headers, content: {} } as unknown as IApiRequest;
  const answer = await new ListSessionsEndpoint(world.app)[method](request);
  expect(answer).toMatchObject({ status: 405, headers: { Allow: 'GET' } });
  expect(world.sent).toEqual([]);
});
