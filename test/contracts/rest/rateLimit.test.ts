import { TestWorkspace, VERSIONS, type Actor, type Answer } from './harness';

describe.each(VERSIONS)('%s', (version) => {
  let workspace: TestWorkspace;
  let olivia: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    workspace.store.settings.set('API_Enable_Rate_Limiter', true);
    olivia = workspace.addActor({ username: 'olivia' });
  });

  afterEach(() => workspace.close());

  const me = (as: Actor | undefined = olivia, headers = {}): Promise<Answer> =>
    workspace.call('GET', '/api/v1/me', { as, headers });
  const many = async (count: number, headers = {}): Promise<number[]> => {
    const statuses = [];
    for (let call = 0; call < count; call += 1) {
      statuses.push((await me(olivia, headers)).status);
    }
    return statuses;
  };

  it('lets 10 calls in 60 s pass, then says how long to wait; without Retry-After', async () => {
    expect(await many(10)).toEqual(Array(10).fill(200));
    workspace.advance(18_000);
    const { status, body, headers } = await me();
    expect(status).toBe(429);
    expect(body).toEqual({
      success: false,
      error:
        'Error, too many requests. Please slow down. You must wait 42 seconds before trying this endpoint again.' +
        ' [error-too-many-requests]',
    });
    expect(headers.get('retry-after')).toBeNull();
    expect(headers.get('x-ratelimit-remaining')).toBe('0');
    expect(headers.get('x-ratelimit-reset')).toBe(String(workspace.store.now() + 42_000));
    workspace.advance(42_001);
    expect((await me()).status).toBe(200);
  });

  it('every limited call has headers that say where it stands', async () => {
    await me();
    const { headers } = await me();
    expect(['limit', 'remaining', 'reset'].map((name) => headers.get(`x-ratelimit-${name}`))).toEqual([
      '10',
      '8',
      String(workspace.store.now() + 60_000),
    ]);
  });

  it('counts refused calls as well, and each route for itself', async () => {
    for (let call = 0; call < 10; call += 1) {
      expect((await workspace.logout('x', { as: olivia })).status).toBe(403);
    }
    expect((await workspace.logout('x', { as: olivia })).status).toBe(429);
    expect((await me()).status).toBe(200);
    expect((await workspace.call('GET', '/api/v1/sessions/list.all', { as: olivia })).status).toBe(403);
    expect((await workspace.call('POST', '/api/v1/users.logout', { as: olivia, body: { userId: 'x' } })).status).toBe(
      403,
    );
  });

  it('counts calls by bearer token and by header pair together', async () => {
    const expires = workspace.store.now() + 3600_000;
    workspace.store.oauth.saveToken({ accessToken: 'bearer', clientId: 'client', userId: olivia.id, expires });
    await many(10);
    const answer = await workspace.call('GET', '/api/v1/me', { headers: { authorization: 'Bearer bearer' } });
    expect(answer.status).toBe(429);
  });

  it('counts by address: another, innocent user is blocked as well', async () => {
    await many(10, { 'x-real-ip': '192.0.2.1' });
    const other = workspace.addActor({ username: 'other' });
    expect((await me(other, { 'x-real-ip': '192.0.2.1' })).status).toBe(429);
    expect((await me(other, { 'x-real-ip': '192.0.2.2' })).status).toBe(200);
  });

  it('exempts a role with api-bypass-rate-limit, and does not count calls without a login', async () => {
    await many(11);
    const exempt = await me(workspace.addAdmin());
    expect([exempt.status, exempt.headers.get('x-ratelimit-limit')]).toEqual([200, null]);
    const unknown = await workspace.call('GET', '/api/v1/me');
    expect([unknown.status, unknown.headers.get('x-ratelimit-limit')]).toEqual([401, null]);
  });

  it('counts logins too', async () => {
    const logins = [];
    for (let call = 0; call < 11; call += 1) {
      logins.push((await workspace.call('POST', '/api/v1/login', { body: {} })).status);
    }
    expect(logins).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('follows its settings at once', async () => {
    workspace.store.settings.set('API_Enable_Rate_Limiter_Limit_Calls_Default', 1);
    expect(await many(2)).toEqual([200, 429]);
    workspace.store.settings.set('API_Enable_Rate_Limiter_Limit_Calls_Default', 2);
    expect(await many(3)).toEqual([200, 200, 429]);
    workspace.store.settings.set('API_Enable_Rate_Limiter', false);
    expect(await many(1)).toEqual([200]);
  });

  it('starts over after a reset', async () => {
    workspace.store.markBooted();
    await many(11);
    workspace.store.reset();
    olivia = workspace.actorWith(olivia.user, olivia.token);
    expect((await me()).status).toBe(200);
  });
});
