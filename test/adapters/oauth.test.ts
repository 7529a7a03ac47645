import { IHttp, IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import { EngineCall } from '../../adapters/engineCall';
import { OwnOAuthClients } from '../../adapters/oauthClients';
import { oauthServer } from '../../adapters/oauthServer';
import { client } from '../fakes/chat';
import { MemoryPersistence } from '../fakes/persistence';
import { settings } from '../fakes/ports';

describe('the workspace as provider', () => {
  const clock = { now: () => 0 };
  const granted = { access_token: 'access-1', token_type: 'Bearer', expires_in: 3599, refresh_token: 'refresh-1' };
  const serverAnswering = (statusCode: number, data: unknown) => {
    const sent: Array<[string, IHttpRequest | undefined]> = [];
    const answer = async (url: string, options?: IHttpRequest) => {
      sent.push([url, options]);
      return { statusCode, data };
    };
    return { server: oauthServer({ post: answer, get: answer } as unknown as IHttp, clock), sent };
  };

  test('a code is exchanged by form, its secrets in the body', async () => {
    const { server, sent } = serverAnswering(200, granted);
    await expect(server.exchange('a code', client, settings)).resolves.toEqual({
      accessToken: 'access-1',
      refreshToken: 'refresh-1',
      lifetimeMs: 3_599_000,
    });
    const [[url, options]] = sent;
    expect(url).toBe('http://workspace.test/oauth/token');
    expect(options?.headers).toEqual({ 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(Object.fromEntries(new URLSearchParams(options?.content))).toEqual({
      grant_type: 'authorization_code',
      code: 'a code',
      redirect_uri: client.redirectUri,
      client_id: 'client',
      client_secret: 'client-secret',
    });
  });

  test.each([
    ['an error', 503, { error: 'server_error', error_description: 'Invalid authCode' }],
    ['an error said as success', 200, { error: 'invalid_grant' }],
  ])('%s is a refusal', async (_name, status, data) => {
    const { server } = serverAnswering(status, data);
    await expect(server.exchange('a code', client, settings)).rejects.toMatchObject({ code: 'error-connect-failed' });
    await expect(server.refresh('refresh-1', client, settings)).rejects.toMatchObject({ code: 'error-connect-failed' });
  });

  test.each([
    ['no token', 200, { ...granted, access_token: undefined }],
    ['a token with a line break', 200, { ...granted, access_token: 'a\r\nX-User-Id: x' }],
    ['a token that is none', 200, { ...granted, access_token: { $ne: 1 } }],
    ['no end', 200, { ...granted, expires_in: undefined }],
    ['an end that has been', 200, { ...granted, expires_in: 0 }],
    ['another kind of token', 200, { ...granted, token_type: 'mac' }],
    ['a page', 200, '<html>'],
    ['nothing', 200, undefined],
    ['a proxy that has no server', 502, '<html>Bad Gateway'],
    ['a grant that is none', 500, granted],
  ])('%s is neither a grant nor a refusal', async (_name, status, data) => {
    const { server } = serverAnswering(status, data);
    const unclear = { code: 'error-workspace-invalid-response' };
    await expect(server.exchange('a code', client, settings)).rejects.toMatchObject(unclear);
    await expect(server.refresh('refresh-1', client, settings)).rejects.toMatchObject(unclear);
  });

  test('the owner of a token is who the workspace says it is', async () => {
    const { server, sent } = serverAnswering(200, { _id: 'u1', username: 'admin', success: true });
    await expect(server.ownerOf('access-1', settings)).resolves.toEqual({ id: 'u1', username: 'admin' });
    expect(sent[0][1]?.headers).toEqual({ Authorization: 'Bearer access-1' });
  });

  test.each([
    [401, { status: 'error' }, 'error-connect-failed'],
    [200, { success: true }, 'error-workspace-invalid-response'],
    [500, { _id: 'u1' }, 'error-workspace-invalid-response'],
  ])('an owner is not guessed from %d %j', async (status, data, code) => {
    const { server } = serverAnswering(status, data);
    await expect(server.ownerOf('access-1', settings)).rejects.toMatchObject({ code });
  });

  test('no answer is no refusal', async () => {
    const down = oauthServer({ post: async () => undefined } as unknown as IHttp, clock);
    await expect(down.exchange('a code', client, settings)).rejects.toMatchObject({
      code: 'error-workspace-unreachable',
    });
  });
});

describe('the app’s own client', () => {
  const SITE = 'http://workspace.test';

  /** A workspace's OAuth apps, as an app sees them. */
  function workspace() {
    const apps: Array<Record<string, unknown>> = [];
    const persistence = new MemoryPersistence();
    const asked = jest.fn();
    const read = {
      getPersistenceReader: () => persistence,
      getOAuthAppsReader: () => ({
        getOAuthAppByName: async (name: string) => {
          asked();
          return apps.filter((app) => app.name === name).map((app) => ({ ...app }));
        },
      }),
    };
    const modifier = {
      createOAuthApp: jest.fn(async (fields: object) => {
        const _id = `oauth-${apps.length + 1}`;
        apps.push({ _id, clientId: `client-${_id}`, clientSecret: `secret-${_id}`, ...fields });
        return _id;
      }),
      updateOAuthApp: jest.fn(async (fields: object, id: string) => {
        Object.assign(apps.find(({ _id }) => _id === id) ?? {}, fields);
      }),
      deleteOAuthApp: jest.fn(async (id: string) => {
        apps.splice(
          apps.findIndex(({ _id }) => _id === id),
          1,
        );
      }),
    };
    const modify = { getOAuthAppsModifier: () => modifier };
    const app = { getID: () => 'the-app' };
    /** What one call into the app sees. */
    const call = () => new OwnOAuthClients({ app, read, modify, persistence } as unknown as EngineCall);
    return { apps, modifier, persistence, asked, call, own: call() };
  }

  test('is made once, whichever call into the app comes next', async () => {
    const { call, modifier, apps } = workspace();
    const own = call();
    const first = await own.current(SITE);
    expect(await own.current(SITE)).toEqual(first);
    expect(await call().current(SITE)).toEqual(first);
    expect(modifier.createOAuthApp).toHaveBeenCalledTimes(1);
    expect(apps).toEqual([
      expect.objectContaining({
        name: 'Session Logout',
        active: true,
        redirectUri: 'http://workspace.test/api/apps/public/the-app/oauth/callback',
      }),
    ]);
  });

  test('is looked up once for all who ask during one call into the app', async () => {
    const { call, asked } = workspace();
    await call().current(SITE);
    asked.mockClear();
    const own = call();
    await Promise.all([own.current(SITE), own.secret(), own.secret()]);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  test('has the secret that the key of tokens is derived from, also right after it was made', async () => {
    const { own } = workspace();
    expect(await own.secret()).toBeUndefined();
    const { clientSecret } = await own.current(SITE);
    expect(await own.secret()).toBe(clientSecret);
  });

  test('is made again when an admin deleted it', async () => {
    const { call, apps } = workspace();
    await call().current(SITE);
    apps.length = 0;
    expect(await call().secret()).toBeUndefined();
    await expect(call().current(SITE)).resolves.toMatchObject({ clientId: 'client-oauth-1' });
    expect(apps).toHaveLength(1);
  });

  test('follows the site URL', async () => {
    const { call, modifier } = workspace();
    const before = await call().current(SITE);
    const after = await call().current('https://chat.example.com');
    expect(after).toEqual({
      ...before,
      redirectUri: 'https://chat.example.com/api/apps/public/the-app/oauth/callback',
    });
    await call().current('https://chat.example.com');
    expect(modifier.updateOAuthApp).toHaveBeenCalledTimes(1);
  });

  test('that an admin switched off is left alone', async () => {
    const { call, apps, modifier } = workspace();
    await call().current(SITE);
    apps[0].active = false;
    await expect(call().current('https://chat.example.com')).rejects.toMatchObject({
      code: 'error-oauth-client-disabled',
    });
    expect(modifier.updateOAuthApp).not.toHaveBeenCalled();
    expect(apps).toHaveLength(1);
  });

  test('is not taken for one that only has the same name', async () => {
    const { own, apps } = workspace();
    apps.push({
      _id: 'foreign',
      name: 'Session Logout',
      active: true,
      clientId: 'f',
      clientSecret: 'f',
      redirectUri: 'x',
    });
    await expect(own.current(SITE)).resolves.toMatchObject({ clientId: 'client-oauth-2' });
    await own.remove();
    expect(apps.map(({ _id }) => _id)).toEqual(['foreign']);
  });

  test('leaves nothing behind when it is removed', async () => {
    const { call, apps, persistence } = workspace();
    await call().current(SITE);
    await call().remove();
    expect(apps).toEqual([]);
    expect(persistence.dump()).toBe('[]');
    await expect(call().remove()).resolves.toBeUndefined();
  });
});
