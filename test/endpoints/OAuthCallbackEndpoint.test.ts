import { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { beginConnection } from '../../core/connection/beginConnection';
import { callerOf } from '../../adapters/caller';
import { OAuthCallbackEndpoint } from '../../endpoints/OAuthCallbackEndpoint';
import { ACTION } from '../../views/ids';
import { admin, engineWorld, pat } from '../fakes/engine';
import { hostile } from '../fakes/hostile';

type World = ReturnType<typeof engineWorld>;
const granted = { access_token: 'access-1', token_type: 'Bearer', expires_in: 3599, refresh_token: 'refresh-1' };

/** A workspace that grants a token to whoever asks, and says that it is the admin's. */
function grants(world: World): void {
  world.workspace.answer = (_method, url) =>
    url.endsWith('/oauth/token')
      ? { status: 200, body: granted }
      : { status: 200, body: { _id: 'u1', username: 'admin', success: true } };
}

async function stateFor(world: World, pendingId?: string): Promise<string> {
  const request = { correlationId: 'request-1', roomId: 'GENERAL', threadId: 'thread-1', pendingId };
  const { url } = await beginConnection(callerOf(admin), request, world.ports);
  return new URL(url).searchParams.get('state') ?? '';
}

const returned = (world: World, query: object, headers: object = {}) =>
  new OAuthCallbackEndpoint(world.app).get(
    { headers, query } as unknown as IApiRequest,
    {} as IApiEndpointInfo,
    world.read,
    world.modify,
    world.http,
    world.persistence,
  );

test('who comes back with a consent is connected, told so in chat, and may go on with what they had begun', async () => {
  const world = engineWorld();
  grants(world);
  const pendingId = await world.keep();
  const state = await stateFor(world, pendingId);
  const page = await returned(world, { state, code: 'code-1' }, { 'accept-language': 'de-AT,de;q=0.9' });
  expect(page.status).toBe(200);
  expect(world.said).toEqual([
    expect.objectContaining({
      user: 'u1',
      room: 'GENERAL',
      threadId: 'thread-1',
      text: expect.stringContaining('aLiveSession'),
      buttons: [ACTION.goOn],
    }),
  ]);
  expect(world.seen() + String(page.content)).not.toMatch(/code-1|access-1|refresh-1|client-secret/);
});

describe('invariant 8: what waits is looked up', () => {
  test.each([
    ['somebody else’s logout', pat],
    ['a logout that is gone', undefined],
  ])('%s is neither named nor offered', async (_name, owner) => {
    const world = engineWorld();
    grants(world);
    const pendingId = owner ? await world.keep(owner) : 'p'.repeat(24);
    const page = await returned(world, { state: await stateFor(world, pendingId), code: 'code-1' });
    expect(page.status).toBe(200);
    expect(world.said).toEqual([expect.objectContaining({ user: 'u1', buttons: [] })]);
    expect(JSON.stringify(world.said) + String(page.content)).not.toContain('aLiveSession');
  });

  test.each([
    ['made up', { state: 'x'.repeat(43), code: 'code-1' }],
    ['none', { code: 'code-1' }],
    ['a list', { state: ['x'.repeat(43)], code: 'code-1' }],
  ])('a state that is %s leads nowhere: nothing asked, nobody told', async (_name, query) => {
    const world = engineWorld();
    grants(world);
    await stateFor(world);
    const page = await returned(world, query);
    expect(page.status).toBe(400);
    expect([world.sent, world.said]).toEqual([[], []]);
    expect(world.persistence.dump()).not.toContain('sealed');
  });
});

test('somebody who was deactivated since is not connected, and it is recorded', async () => {
  const world = engineWorld();
  grants(world);
  const state = await stateFor(world);
  world.users.set('u1', { ...admin, isEnabled: false });
  const page = await returned(world, { state, code: 'code-1' });
  expect(page.status).toBe(403);
  expect([world.sent, world.said]).toEqual([[], []]);
  expect(world.persistence.dump()).not.toContain('sealed');
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ callerId: 'u1', outcome: { result: 'error-account-deactivated', durationMs: 0 } }),
  ]);
});

describe('somebody who loses what they need while the workspace is asked is not connected: nothing stored', () => {
  const changes: Array<[string, (world: World) => void, number, string]> = [
    [
      'their account',
      ({ users }) => void users.set('u1', { ...admin, isEnabled: false }),
      403,
      'error-account-deactivated',
    ],
    ['their role', ({ users }) => void users.set('u1', { ...admin, roles: ['user'] }), 403, 'error-unauthorized'],
    [
      'their role’s place on the list',
      ({ settings }) => void (settings.allowed_roles = 'auditor'),
      403,
      'error-unauthorized',
    ],
  ];
  test.each(changes)('%s', async (_name, change, status, code) => {
    const world = engineWorld();
    grants(world);
    const { answer } = world.workspace;
    world.workspace.answer = (method, url, request) => {
      if (!url.endsWith('/oauth/token')) {
        change(world);
      }
      return answer(method, url, request);
    };
    const page = await returned(world, { state: await stateFor(world), code: 'code-1' });
    expect(page.status).toBe(status);
    expect(world.sent).toHaveLength(2);
    expect(world.persistence.dump()).not.toContain('sealed');
    expect(await world.recorded()).toEqual([expect.objectContaining({ outcome: { result: code, durationMs: 0 } })]);
  });
});

test('who cannot be told is connected all the same', async () => {
  const world = engineWorld();
  grants(world);
  const state = await stateFor(world);
  world.rooms.clear();
  expect((await returned(world, { state, code: 'code-1' })).status).toBe(200);
  expect(world.persistence.dump()).toContain('sealed');
  expect(world.said).toEqual([]);
});

test.each(hostile)('megabytes of %s in any place are answered in no time', async (_name, text) => {
  const world = engineWorld();
  const page = await returned(world, { state: text, code: text }, { 'accept-language': text });
  expect(page.status).toBe(400);
  expect(page.content).toContain('lang="en"');
});
