import { TestWorkspace, VERSIONS, type Actor } from './harness';

describe.each(VERSIONS)('%s, users by REST', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let victim: Actor;
  let plain: Actor;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    admin = workspace.addAdmin();
    victim = workspace.addActor({ username: 'victim', name: 'Vic Tim', nickname: 'Vicky' });
    plain = workspace.addActor({ username: 'plain' });
    const expires = workspace.store.now() + 1000;
    workspace.store.oauth.saveToken({ accessToken: 'bearer', clientId: 'client', userId: admin.id, expires });
  });

  afterEach(() => workspace.close());

  const BEARER = { authorization: 'Bearer bearer' };
  const get = async (path: string, options: { as?: Actor; headers?: Record<string, string> } = { as: admin }) => {
    const { status, body } = await workspace.call('GET', `/api/v1/${path}`, options);
    return { status, body: body as Record<string, unknown> };
  };
  const post = async (path: string, body: object, as = admin) => {
    const answer = await workspace.call('POST', `/api/v1/${path}`, { as, body });
    return [answer.status, answer.body];
  };

  describe('users.info', () => {
    it.each([
      ['the exact username', () => 'username=victim'],
      ['the ID', () => `userId=${victim.id}`],
    ])('finds by %s, active or not, without a second factor', async (_name, query) => {
      const found = { _id: victim.id, username: 'victim', name: 'Vic Tim', active: true, type: 'user' };
      expect(await get(`users.info?${query()}`)).toMatchObject({ status: 200, body: { user: found, success: true } });
      workspace.store.logins.setActive(victim.user, false);
      const { body } = await get(`users.info?${query()}`, { headers: BEARER });
      expect(body.user).toMatchObject({ ...found, active: false });
    });

    it.each(['Victim', '@victim', '%20victim', 'nobody'])('does not find %s', async (username) => {
      expect(await get(`users.info?username=${username}`)).toEqual({
        status: 400,
        body: { success: false, error: 'User not found.' },
      });
    });

    it('tells roles and e-mail addresses only with view-full-other-user-info, or of oneself', async () => {
      const private_ = { roles: ['user'], emails: [{ address: 'victim@example.com', verified: true }] };
      expect((await get('users.info?username=victim')).body.user).toMatchObject(private_);
      expect((await get('users.info?username=victim', { as: victim })).body.user).toMatchObject(private_);
      const { user } = (await get('users.info?username=victim', { as: plain })).body;
      expect(user).toMatchObject({ username: 'victim' });
      expect(Object.keys(user as object)).not.toEqual(expect.arrayContaining(['roles']));
      expect(Object.keys(user as object)).not.toEqual(expect.arrayContaining(['emails']));
    });

    it('refuses a search by nothing', async () => {
      expect((await get('users.info')).body).toMatchObject({ errorType: 'invalid-params' });
      expect((await get('users.info?username=')).body).toEqual({ success: false, error: 'Invalid search query.' });
    });
  });

  describe('users.autocomplete', () => {
    const items = async (selector: object, options?: Parameters<typeof get>[1]) =>
      (await get(`users.autocomplete?selector=${encodeURIComponent(JSON.stringify(selector))}`, options)).body.items;

    it.each(['vict', 'VICT', 'c ti', 'vicky'])('finds by %s: a part of a name, in any case', async (term) => {
      const found = { _id: victim.id, username: 'victim', name: 'Vic Tim', nickname: 'Vicky', status: 'offline' };
      expect(await items({ term })).toEqual([found]);
      expect(await items({ term }, { headers: BEARER })).toEqual([found]);
    });

    it('finds only active people, and not the exceptions', async () => {
      expect(await items({ term: 'vict', exceptions: ['victim'] })).toEqual([]);
      workspace.store.logins.setActive(victim.user, false);
      expect(await items({ term: 'vict' })).toEqual([]);
      workspace.store.users.create({ username: 'victorious.bot', type: 'app' });
      expect(await items({ term: 'vict' })).toEqual([]);
    });

    it('finds the first ten by username', async () => {
      const names = Array.from({ length: 12 }, (_, index) => `team${String(11 - index).padStart(2, '0')}`);
      names.forEach((username) => workspace.addActor({ username }));
      expect(((await items({ term: 'team' })) as Array<{ username: string }>).map(({ username }) => username)).toEqual(
        [...names].sort().slice(0, 10),
      );
    });

    it('refuses a missing selector, and one that is not JSON', async () => {
      expect((await get('users.autocomplete')).body).toMatchObject({ errorType: 'invalid-params' });
      expect(await get('users.autocomplete?selector=x')).toMatchObject({ status: 400, body: { success: false } });
    });
  });

  describe.each([
    ['users.setActiveStatus', () => ({ userId: victim.id, activeStatus: false })],
    ['users.delete', () => ({ userId: victim.id })],
  ])('%s', (path, body) => {
    it('needs a permission of its own', async () => {
      expect(await post(path, body(), plain)).toEqual([403, { success: false, error: 'unauthorized' }]);
      expect(workspace.store.users.get(victim.id)).toMatchObject({ active: true });
    });

    it('does not remove the last active admin', async () => {
      const [status, answer] = await post(path, { ...body(), userId: admin.id });
      expect([status, answer]).toMatchObject([400, { errorType: 'error-action-not-allowed' }]);
      expect(workspace.store.users.get(admin.id)).toMatchObject({ active: true });
      workspace.addAdmin('second');
      expect((await post(path, { ...body(), userId: admin.id }))[0]).toBe(200);
    });
  });

  it('users.setActiveStatus answers with the user, and does not know everyone', async () => {
    const active = (activeStatus: boolean, userId = victim.id) =>
      post('users.setActiveStatus', { userId, activeStatus });
    expect(await active(false)).toEqual([200, { user: { _id: victim.id, active: false }, success: true }]);
    expect(await active(true)).toEqual([200, { user: { _id: victim.id, active: true }, success: true }]);
    expect(await active(false, 'nobody')).toEqual([400, { success: false, error: 'User not found' }]);
    expect(await post('users.setActiveStatus', { userId: victim.id })).toMatchObject([
      400,
      { error: "must have required property 'activeStatus' [invalid-params]" },
    ]);
  });

  it.each([
    ['by username, in any case', () => ({ username: 'VICTIM' }), [200, { success: true }]],
    ['nobody', () => ({ userId: 'nobody' }), [400, { errorType: 'error-invalid-user' }]],
    ['without saying whom', () => ({}), [400, { errorType: 'error-user-param-not-provided' }]],
  ])('users.delete %s', async (_name, body, expected) => {
    expect(await post('users.delete', body())).toMatchObject(expected);
    expect(workspace.store.users.get(victim.id) === undefined).toBe(expected[0] === 200);
  });

  it("users.delete does not delete an app's user", async () => {
    const bot = workspace.store.users.create({ username: 'app.bot', type: 'app' });
    const [status, body] = await post('users.delete', { userId: bot._id });
    expect([status, body]).toMatchObject([400, { errorType: 'error-cannot-delete-app-user' }]);
  });

  it('licenses.info names the modules to anyone who is logged in', async () => {
    expect(await get('licenses.info', { as: plain })).toMatchObject({
      status: 200,
      body: { license: { activeModules: expect.arrayContaining(['device-management']) as unknown }, success: true },
    });
    expect((await get('licenses.info', {})).status).toBe(401);
  });
});
