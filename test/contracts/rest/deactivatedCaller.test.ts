import { GENERATIONS, startProbedHost, type ProbedHost } from '../engine/hostProcess';

/** An OAuth2 access token outlives the deactivation of its user, so apps have to look at `isEnabled` themselves. */
describe.each(GENERATIONS)('a deactivated user at the endpoints of an app, engine %s', (engine) => {
  let host: ProbedHost;
  let login: Record<string, string>;
  let bearer: Record<string, string>;

  beforeAll(async () => {
    host = await startProbedHost({ engine });
  });
  afterAll(() => host.workspace.stop());

  beforeEach(async () => {
    await host.client.dev('reset', {});
    const { userId, authToken } = await host.client.dev<Record<string, string>>('tokens', { username: 'olivia' });
    const { accessToken } = await host.client.dev<Record<string, string>>('access-tokens', { username: 'olivia' });
    login = { 'x-user-id': userId, 'x-auth-token': authToken };
    bearer = { authorization: `Bearer ${accessToken}` };
  });

  const change = (action: string) => host.client.dev('user-status', { username: 'olivia', action });
  const closed = async (headers: Record<string, string>) =>
    (await host.endpoint('closed', { method: 'GET', headers })).status;

  it('is stopped with a login token, and let in with a bearer token', async () => {
    expect([await closed(login), await closed(bearer)]).toEqual([200, 200]);
    await change('deactivate');
    expect([await closed(login), await closed(bearer)]).toEqual([401, 200]);
  });

  it('is handed to the app as not enabled', async () => {
    await change('deactivate');
    const { text } = await host.endpoint('out', { method: 'POST', headers: bearer, body: {} });
    expect(JSON.parse(text)).toMatchObject({ user: { username: 'olivia', isEnabled: false } });
  });

  it('is nobody once deleted', async () => {
    await change('delete');
    expect([await closed(login), await closed(bearer)]).toEqual([401, 401]);
  });
});
