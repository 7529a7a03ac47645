import type { WorkspaceSocket } from '../../../scripts/remote/socket';
import { type Actor, TestWorkspace } from '../rest/harness';
import { caughtUp, collect, TestSockets } from './support';

describe('the socket of a token that ends', () => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;
  let socket: WorkspaceSocket;
  let second: WorkspaceSocket;
  let ofAnotherLogin: WorkspaceSocket;
  let ofAdmin: WorkspaceSocket;
  const sockets = new TestSockets();

  beforeEach(async () => {
    workspace = await TestWorkspace.start();
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice' });
    const { url } = workspace;
    socket = await sockets.loggedIn(url, alice.token);
    second = await sockets.loggedIn(url, alice.token);
    ofAnotherLogin = await sockets.loggedIn(url, workspace.store.users.issueToken(alice.id));
    ofAdmin = await sockets.loggedIn(url, admin.token);
  });
  afterEach(async () => {
    await sockets.close();
    await workspace.close();
  });

  const documents = () => workspace.store.sessions.all();
  const post = (path: string, as: Actor, body: object = {}) => workspace.call('POST', `/api/v1/${path}`, { as, body });

  const ALL = ['first', 'second', 'another login'];
  it.each<[string, string[], () => Promise<{ status: number }>]>([
    ['sessions/logout', ['first', 'second'], () => workspace.logout(documents()[0].sessionId, { as: admin })],
    ['logout', ['first', 'second'], () => post('logout', alice)],
    ['users.logout', ALL, () => post('users.logout', admin, { userId: alice.id })],
    [
      'users.setActiveStatus',
      ALL,
      () => post('users.setActiveStatus', admin, { userId: alice.id, activeStatus: false }),
    ],
  ])('is closed by %s with 1000, together with %j; others stay open', async (_way, expected, end) => {
    const mine = { first: socket, second, 'another login': ofAnotherLogin };
    const codes: Record<string, number> = {};
    Object.entries(mine).forEach(([name, { closed }]) => void closed.then((code) => (codes[name] = code)));

    expect((await end()).status).toBe(200);
    await Promise.all([socket.closed, second.closed]);
    const left = [ofAdmin, ...(expected === ALL ? [] : [ofAnotherLogin])];
    await Promise.all(expected === ALL ? [ofAnotherLogin.closed] : []);
    await Promise.all(left.map((each) => expect(each.call('nothing')).rejects.toMatchObject({ code: '404' })));
    expect(codes).toEqual(Object.fromEntries(expected.map((name) => [name, 1000])));
    await expect(socket.call('nothing')).rejects.toMatchObject({ code: 'socket-closed' });
  });

  it('hears force_logout before it is closed by sessions/logout, and so does every socket of that person', async () => {
    const event = `${alice.id}/force_logout`;
    const heard = await Promise.all([socket, ofAnotherLogin].map((each) => collect(each, 'stream-notify-user', event)));
    const others = await collect(ofAdmin, 'stream-notify-user', `${admin.id}/force_logout`);
    await workspace.logout(documents()[0].sessionId, { as: admin });
    await socket.closed;
    await Promise.all([caughtUp(ofAnotherLogin), caughtUp(ofAdmin)]);
    expect([...heard, others]).toEqual([[[]], [[]], []]);
  });

  it('hears nothing of it when users.logout ends it', async () => {
    const heard = await collect(socket, 'stream-notify-user', `${alice.id}/force_logout`);
    await post('users.logout', admin, { userId: alice.id });
    expect([await socket.closed, heard]).toEqual([1000, []]);
  });

  it('stays open when its account is deleted', async () => {
    workspace.store.logins.deleteUser(alice.user);
    await expect(socket.call('slashCommand', { cmd: 'probe' })).rejects.toMatchObject({ code: 'error-invalid-user' });
  });

  it('stays open, with nobody logged in, when it calls logout; the others of its token are closed', async () => {
    const heard = await collect(socket, 'stream-notify-user', `${alice.id}/message`);
    expect(await socket.call('logout')).toBeUndefined();
    expect(await second.closed).toBe(1000);
    workspace.store.deliver(alice.id, 'message', { ephemeral: true, messageId: 'm', roomId: 'r', text: 'x' });
    await expect(socket.call('slashCommand', { cmd: 'probe' })).rejects.toMatchObject({ code: 'error-invalid-user' });
    await expect(socket.logIn(alice.token)).rejects.toMatchObject({ code: '403' });
    expect(heard).toEqual([]);
    expect(documents().map(({ logoutBy }) => logoutBy)).toEqual([alice.id, alice.id, undefined, undefined]);
    await caughtUp(ofAnotherLogin);
  });

  it('is cut off when the workspace goes back to its first state', async () => {
    workspace.store.reset();
    expect(await socket.closed).toBe(1001);
  });
});
