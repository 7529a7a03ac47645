import { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { LogoutSessionEndpoint } from '../../endpoints/LogoutSessionEndpoint';
import { admin, engineWorld } from '../fakes/engine';
import { replies } from '../fakes/ports';

type World = ReturnType<typeof engineWorld>;
const headers = { 'x-user-id': 'u1', 'x-auth-token': 'token-1', 'x-2fa-code': '731946', 'x-request-id': 'request-1' };
const posted = (world: World, change: object = {}) =>
  new LogoutSessionEndpoint(world.app).post(
    { user: admin, headers, content: { sessionId: 'aLiveSession' }, ...change } as unknown as IApiRequest,
    {} as IApiEndpointInfo,
    world.read,
    world.modify,
    world.http,
    world.persistence,
  );
/** A workspace that asks for a code and then is content with it. */
const content = (world: World): void => {
  world.workspace.answer = (_method, _url, { headers: sent }) =>
    sent?.['x-2fa-code'] ? replies.done() : replies.challenge;
};

test('a logout is answered as the workspace would', async () => {
  const world = engineWorld();
  content(world);
  await expect(posted(world)).resolves.toEqual({
    status: 200,
    headers: { 'X-Request-Id': 'request-1', 'Cache-Control': 'no-store' },
    content: { sessionId: 'aLiveSession', success: true },
  });
  expect(world.sent).toHaveLength(2);
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ via: 'api', outcome: expect.objectContaining({ result: 'done' }) }),
  ]);
  expect(world.seen()).not.toMatch(/token-1|731946/);
});

const refusals: Array<[string, object, number, string, number]> = [
  ['nobody is logged in', { user: undefined }, 401, 'error-not-logged-in', 0],
  ['no credential can be forwarded', { headers: {} }, 401, 'error-not-logged-in', 0],
  ['a deactivated account', { user: { ...admin, isEnabled: false } as IUser }, 403, 'error-account-deactivated', 1],
  ['no allowed role', { user: { ...admin, roles: ['user'] } as IUser }, 403, 'error-unauthorized', 1],
  ['a list as body', { content: [{ sessionId: 'aLiveSession' }] }, 400, 'invalid-params', 1],
  ['no body', { content: undefined }, 400, 'invalid-params', 1],
];
test.each(refusals)('invariant 1: %s: nothing is sent', async (_name, change, status, errorType, entries) => {
  const world = engineWorld();
  content(world);
  const answer = await posted(world, change);
  expect(answer).toMatchObject({ status, content: { success: false, errorType } });
  expect(world.sent).toEqual([]);
  expect(await world.recorded()).toHaveLength(entries);
  expect(world.lines.join()).toContain(errorType);
});

test.each(['get', 'put', 'delete', 'head', 'options', 'patch'] as const)('%s is not allowed', async (method) => {
  const world = engineWorld();
  const request = { user: admin, headers, content: {} } as unknown as IApiRequest;
  const answer = await new LogoutSessionEndpoint(world.app)[method](request);
  expect(answer).toMatchObject({
    status: 405,
    headers: { Allow: 'POST', 'X-Request-Id': 'request-1' },
    content: { success: false, errorType: 'error-method-not-allowed' },
  });
  expect(world.sent).toEqual([]);
});
