import type { OAuthApp } from '../../../workspace/model';
import { TestWorkspace, VERSIONS, type Actor, type Answer } from './harness';

const REDIRECT = 'https://client.example.com/callback';
const OTHER_REDIRECT = 'https://client.example.com/other';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

type Fields = Record<string, string>;

describe.each(VERSIONS)('%s', (version) => {
  let workspace: TestWorkspace;
  let alice: Actor;
  let client: OAuthApp;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    alice = workspace.addActor({ username: 'alice', name: '<b>Alice</b>' });
    client = workspace.store.oauth.createApp({
      name: 'Session <Logout>',
      active: true,
      redirectUri: `${REDIRECT},${OTHER_REDIRECT}`,
      createdBy: { _id: alice.id, username: 'alice' },
    });
  });

  afterEach(() => workspace.close());

  const post = (path: string, fields: Fields, headers: Fields = {}): Promise<Answer> =>
    workspace.call('POST', path, { headers: { ...FORM, ...headers }, text: new URLSearchParams(fields).toString() });
  const request = (changed: Fields = {}): Fields => ({
    client_id: client.clientId,
    response_type: 'code',
    redirect_uri: REDIRECT,
    state: 'the state',
    ...changed,
  });
  const consent = (changed: Fields = {}) =>
    post('/oauth/authorize', { ...request(), token: alice.token, allow: 'yes', ...changed });
  const codeOf = (answer: Answer) => new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const token = (changed: Fields) =>
    post('/oauth/token', {
      client_id: client.clientId,
      client_secret: client.clientSecret,
      redirect_uri: REDIRECT,
      ...changed,
    });
  const exchange = (code: string, changed: Fields = {}) =>
    token({ grant_type: 'authorization_code', code, ...changed });
  const refresh = (refreshToken: string) => token({ grant_type: 'refresh_token', refresh_token: refreshToken });
  const connect = async () =>
    (await exchange(codeOf(await consent()))).body as { access_token: string; refresh_token: string };
  const me = (accessToken: string) =>
    workspace.call('GET', '/api/v1/me', { headers: { authorization: `Bearer ${accessToken}` } });
  const page = (query: Fields, headers: Fields = {}) =>
    workspace.call('GET', `/oauth/authorize?${new URLSearchParams(query).toString()}`, { headers });

  it('turns consent into a code, and the code into a token that acts as the user', async () => {
    const consented = await consent();
    expect(consented.status).toBe(302);
    const location = new URL(consented.headers.get('location') ?? '');
    expect(`${location.origin}${location.pathname}`).toBe(REDIRECT);
    expect(location.searchParams.get('state')).toBe('the state');
    const exchanged = await exchange(codeOf(consented));
    expect(exchanged.headers.get('cache-control')).toBe('no-store');
    expect(exchanged.body).toEqual({
      access_token: expect.any(String) as unknown,
      token_type: 'Bearer',
      expires_in: 3599,
      refresh_token: expect.any(String) as unknown,
    });
    expect((await me((exchanged.body as Fields).access_token)).body).toMatchObject({ _id: alice.id });
  });

  describe('the consent page', () => {
    it('asks the user to log in, and then for consent', async () => {
      const asked = await page(request());
      expect([asked.status, asked.contentType]).toEqual([200, 'text/html']);
      expect(asked.text).toContain('name="password"');

      const next = `/oauth/authorize?${new URLSearchParams(request()).toString()}`;
      const refused = await post('/oauth/login', { user: 'alice', password: 'wrong', next });
      expect([refused.status, refused.headers.get('set-cookie')]).toEqual([401, null]);
      expect(refused.text).toContain('role="alert">Incorrect password');

      const loggedIn = await post('/oauth/login', { user: 'alice', password: 'alice-password', next });
      expect([loggedIn.status, loggedIn.headers.get('location')]).toEqual([303, next]);
      const cookie = loggedIn.headers.get('set-cookie') ?? '';
      expect(cookie).toMatch(/^rc_token=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/);

      const question = await page(request(), { cookie: cookie.split(';')[0] });
      expect(question.text).toContain('Session &lt;Logout&gt;');
      expect(question.text).not.toContain('<Logout>');
      expect(question.headers.get('content-security-policy')).toContain("default-src 'none'");
      const fields = Object.fromEntries(
        [...question.text.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
          name,
          value,
        ]),
      );
      expect((await post('/oauth/authorize', { ...fields, allow: 'yes' })).status).toBe(302);
    });

    it('does not ask a user who consented before', async () => {
      await consent();
      const answer = await page(request({ state: 'next' }), { cookie: `rc_token=${alice.token}` });
      expect(answer.status).toBe(302);
      expect((await exchange(codeOf(answer))).status).toBe(200);
    });

    it('does not send the browser to another site after the login', async () => {
      const fields = { user: 'alice', password: 'alice-password', next: 'https://evil.example/' };
      expect((await post('/oauth/login', fields)).headers.get('location')).toBe('/oauth/authorize?');
    });

    it.each([
      ['an unknown client', { client_id: 'x' }, '/oauth/error/404'],
      ['an unregistered redirect', { redirect_uri: 'https://evil.example/' }, '/oauth/error/invalid_redirect_uri'],
      [
        'the beginning of a registered redirect',
        { redirect_uri: REDIRECT.slice(0, -1) },
        '/oauth/error/invalid_redirect_uri',
      ],
      [
        'a redirect that begins with a registered one',
        { redirect_uri: `${REDIRECT}/x` },
        '/oauth/error/invalid_redirect_uri',
      ],
    ])('refuses %s', async (_name, changed, location) => {
      const answer = await page(request(changed));
      expect([answer.status, answer.headers.get('location')]).toEqual([302, location]);
      expect((await workspace.call('GET', location)).contentType).toBe('text/html');
    });

    it('refuses an inactive client', async () => {
      workspace.store.oauth.updateApp(client._id, { active: false });
      expect((await page(request())).headers.get('location')).toBe('/oauth/error/404');
    });
  });

  it.each([
    ['denied', { allow: 'no' }, 401, 'access_denied', 'The user denied access to your application'],
    ['without a state', { state: '' }, 400, 'invalid_request', 'Missing parameter: `state`'],
    [
      'with an unregistered redirect',
      { redirect_uri: 'https://evil.example/' },
      400,
      'invalid_client',
      'Invalid client: `redirect_uri` does not match client value',
    ],
  ])('consent %s does not send the browser back', async (_name, changed, status, error, description) => {
    const answer = await consent(changed);
    expect([answer.status, answer.headers.get('location')]).toEqual([status, null]);
    expect(answer.body).toEqual({ error, error_description: description });
  });

  it.each([[{ token: 'x' }], [{ token: '' }]])('consent with %p comes from nobody', async (changed) => {
    expect((await consent(changed)).status).toBe(401);
  });

  it('accepts consent for each redirect of a client', async () => {
    const answer = await consent({ redirect_uri: OTHER_REDIRECT });
    expect((await exchange(codeOf(answer), { redirect_uri: OTHER_REDIRECT })).status).toBe(200);
  });

  it.each([
    ['an incorrect secret', { client_secret: 'x' }, 503, 'server_error', 'Invalid clientId'],
    ['an unknown client', { client_id: 'x' }, 503, 'server_error', 'Invalid clientId'],
    ['an unknown code', { code: 'x' }, 503, 'server_error', 'Invalid authCode'],
    [
      'another redirect',
      { redirect_uri: OTHER_REDIRECT },
      400,
      'invalid_request',
      'Invalid request: `redirect_uri` is invalid',
    ],
    [
      'another grant',
      { grant_type: 'password' },
      400,
      'unauthorized_client',
      'Unauthorized client: `grant_type` is invalid',
    ],
  ])('refuses to exchange with %s', async (_name, changed, status, error, description) => {
    const answer = await exchange(codeOf(await consent()), changed);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error, error_description: description });
  });

  it('a code works once', async () => {
    const code = codeOf(await consent());
    await exchange(code);
    expect((await exchange(code)).body).toEqual({ error: 'server_error', error_description: 'Invalid authCode' });
  });

  it(`after an incorrect redirect the code ${version === '6.5' ? 'still works' : 'is used up'}`, async () => {
    const code = codeOf(await consent());
    await exchange(code, { redirect_uri: OTHER_REDIRECT });
    expect((await exchange(code)).status).toBe(version === '6.5' ? 200 : 503);
  });

  it('a code expires after five minutes', async () => {
    const code = codeOf(await consent());
    workspace.advance(301_000);
    expect((await exchange(code)).body).toMatchObject({ error: 'invalid_grant' });
  });

  it(`a code_verifier is ${version === '6.5' ? 'ignored' : 'refused'}`, async () => {
    const answer = await exchange(codeOf(await consent({ code_challenge: 'x'.repeat(43) })), {
      code_verifier: 'x'.repeat(43),
    });
    expect(answer.status).toBe(version === '6.5' ? 200 : 400);
    if (version === 'late') {
      expect(answer.body).toMatchObject({ error: 'invalid_grant' });
    }
  });

  describe('refreshing', () => {
    it('ends the old access token at once; a refresh token works once', async () => {
      const old = await connect();
      const fresh = (await refresh(old.refresh_token)).body as { access_token: string };
      expect((await me(old.access_token)).status).toBe(401);
      expect((await me(fresh.access_token)).status).toBe(200);
      const again = await refresh(old.refresh_token);
      expect([again.status, again.body]).toEqual([503, { error: 'server_error', error_description: 'Invalid token' }]);
    });

    it('works for 14 days, long after the access token has expired', async () => {
      const { access_token: accessToken, refresh_token: refreshToken } = await connect();
      workspace.advance(3600_000);
      expect((await me(accessToken)).status).toBe(401);
      workspace.advance(14 * 24 * 3600_000 - 3600_000 - 60_000);
      const fresh = (await refresh(refreshToken)).body as { refresh_token: string };
      workspace.advance(14 * 24 * 3600_000 + 60_000);
      expect((await refresh(fresh.refresh_token)).body).toMatchObject({ error: 'invalid_grant' });
    });
  });

  it('removes everything granted through a client with the client', async () => {
    const { access_token: accessToken } = await connect();
    workspace.store.oauth.removeApp(client._id);
    expect((await me(accessToken)).status).toBe(401);
    expect(workspace.store.oauth.hasConsented(alice.id, client.clientId)).toBe(false);
  });
});
