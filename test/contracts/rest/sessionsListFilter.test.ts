import { DEVICES, device } from '../../../workspace/state/devices';
import { TestWorkspace, VERSIONS, type Actor } from './harness';
import { listClient, type ListClient } from './listClient';

describe.each(VERSIONS)('%s, sessions/list.all: filter', (version) => {
  let workspace: TestWorkspace;
  let ana: Actor;
  let dan: Actor;
  let session: string;
  let other: string;
  let list: ListClient;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    list = listClient(workspace, workspace.addAdmin());
    ana = workspace.addActor({ username: 'ana', name: 'Name of Ana', nickname: 'Annie', roles: ['officers'] });
    dan = workspace.addActor({ username: 'dan', name: 'Dan' });
    [{ sessionId: session }] = workspace.addLogin(ana, { device: DEVICES.browser, ip: '198.51.100.1' });
    const windows = device('browser', 'Firefox', '121.0', 'Windows', '10');
    [{ sessionId: other }] = workspace.addLogin(dan, { device: windows, ip: '198.51.100.2' });
  });

  afterEach(() => workspace.close());

  const found = (filter: string) => list.ids(`filter=${encodeURIComponent(filter)}`);

  it.each<[string, () => string]>([
    ['a user ID', () => ana.id],
    ['a user ID in lower case', () => ana.id.toLowerCase()],
    ['a part of a user ID', () => ana.id.slice(0, 9)],
    ['a username', () => 'ana'],
    ['a username in upper case', () => 'ANA'],
    ['a part of a username', () => 'an'],
    ['a display name', () => 'Name of Ana'],
    ['a part of a display name', () => 'ame o'],
    ['a nickname', () => 'annie'],
    ['a session ID', () => session],
    ['a session ID in upper case', () => session.toUpperCase()],
    ['a part of a session ID', () => session.slice(2, 11)],
    ['a session ID with the user ID glued to it', () => session + ana.id],
    ['a client', () => 'Chrome'],
    ['an OS in lower case', () => 'mac os'],
    ['client, type and OS without separators', () => 'ChromebrowserMac OS'],
  ])('finds by %s', async (_name, filter) => {
    // `an` is in `dan` as well, and could be in an ID.
    expect(await found(filter())).toContain(session);
  });

  it.each<[string, () => string]>([
    ['a username with @', () => '@ana'],
    ['an e-mail address', () => 'ana@example.com'],
    ['an IP address', () => '198.51.100.1'],
    ['a host', () => 'localhost:3000'],
    ['a role', () => 'officers'],
    ['client and OS with a space between them', () => 'Chrome Mac'],
    ['a version', () => '120.0'],
    ...['.*', '^', '$', '[', '(', '\\', '|', '+', '%'].map((special): [string, () => string] => [
      special,
      () => special,
    ]),
  ])('finds nothing by %s', async (_name, filter) => {
    expect(await found(filter())).toEqual([]);
  });

  it('a part of a name also finds others: "an" is in "ana" and in "dan"', async () => {
    expect((await found('an')).sort()).toEqual([session, other].sort());
  });

  it('a space finds every text that has one', async () => {
    expect(await found(' ')).toEqual([session]);
  });

  it('empty: everything', async () => {
    expect(await found('')).toHaveLength(2);
  });

  it('finds the sessions of at most five users by name, and nothing tells that there were more', async () => {
    for (let number = 1; number <= 6; number += 1) {
      workspace.addSession(workspace.addActor({ username: `teammate${number}` }));
    }
    expect((await list.all('filter=teammate')).total).toBe(5);
  });

  it('finds a deactivated user by ID, not by name', async () => {
    workspace.store.logins.setActive(ana.user, false);
    expect(await found('Name of Ana')).toEqual([]);
    expect(await found(ana.id)).toEqual([session]);
  });

  it('finds a deleted user by ID', async () => {
    workspace.store.logins.deleteUser(ana.user);
    expect(await found(ana.id)).toEqual([session]);
  });

  it('a user ID also finds whoever put it into their display name', async () => {
    dan.user.name = `x ${ana.id}`;
    expect((await list.all(`filter=${ana.id}`)).sessions.map(({ userId }) => userId).sort()).toEqual(
      [ana.id, dan.id].sort(),
    );
  });
});
