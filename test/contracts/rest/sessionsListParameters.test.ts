import { TestWorkspace, VERSIONS, type Actor } from './harness';
import { listClient, type ListClient } from './listClient';

describe.each(VERSIONS)('%s, sessions/list.all: parameters', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;
  let bob: Actor;
  let list: ListClient;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false);
    admin = workspace.addAdmin();
    alice = workspace.addActor({ username: 'alice' });
    bob = workspace.addActor({ username: 'bob' });
    list = listClient(workspace, admin);
  });

  afterEach(() => workspace.close());

  const open = (owner: Actor) => {
    workspace.advance(1000);
    return workspace.addSession(owner).sessionId;
  };
  /** The newest first, as they are listed. */
  const openMany = (count: number) => Array.from({ length: count }, () => open(alice)).reverse();

  it.each([
    ['', 50, 50, 0],
    ['count=100', 100, 100, 0],
    ['count=101', 100, 100, 0],
    ['count=1000', 100, 100, 0],
    ['count=2.7', 2, 2, 0],
    ['count=1', 1, 1, 0],
    ['offset=100', 20, 50, 100],
    ['offset=119&count=50', 1, 50, 119],
    ['offset=120', 0, 50, 120],
    ['offset=100000', 0, 50, 100_000],
    ['offset=-1', 50, 50, -1],
    ['offset=1.5', 50, 50, 1],
  ])('of 120 sessions, ?%s gives %i rows, count %i and offset %i', async (query, rows, count, offset) => {
    const ids = openMany(120);
    const listed = await list.all(query);
    expect([listed.total, listed.count, listed.offset]).toEqual([120, count, offset]);
    const start = Math.max(0, offset);
    expect(listed.sessions.map(({ sessionId }) => sessionId)).toEqual(ids.slice(start, start + rows));
  });

  it('nothing found', async () => {
    expect(await list.all()).toEqual({ sessions: [], count: 50, offset: 0, total: 0, success: true });
  });

  it.each([
    ['count=-1', 'Unknown error: -1'],
    // MongoDB refuses these two; the database of the recording accepted a limit of 0.
    ['count=0', 'the limit must be positive'],
    ['sort={}', 'Unknown error: Given collection must not be empty'],
    ['sort={"userId":1}', 'error-invalid-sort-keys'],
    ['sort={"ip":1}', 'error-invalid-sort-keys'],
    ['sort={"loginAt":1,"sessionId":1}', 'error-invalid-sort-keys'],
  ])('refuses ?%s without an errorType', async (query, error) => {
    const { status, body } = await list.ask(query);
    expect([status, body]).toEqual([400, { success: false, error }]);
  });

  it.each([
    ['count=', 'must be number'],
    ['offset=', 'must be number'],
    ['count=ten', 'must be number'],
    ['foo=1', 'must NOT have additional properties'],
    ['fields={"ip":1}', 'must NOT have additional properties'],
    ['query={"userId":"x"}', 'must NOT have additional properties'],
    ['filter=a&filter=b', 'must be string'],
  ])('refuses ?%s as invalid-params', async (query, error) => {
    const { status, body } = await list.ask(query);
    expect([status, body]).toEqual([
      400,
      { success: false, error: `${error} [invalid-params]`, errorType: 'invalid-params' },
    ]);
  });

  it.each(['{"loginAt":0}', '{"loginAt":"1"}', '{"loginAt":2}', 'null', 'x'])('refuses ?sort=%s', async (sort) => {
    const { status, body } = await list.ask(`sort=${encodeURIComponent(sort)}`);
    expect([status, body]).toEqual([
      400,
      {
        success: false,
        error: `Invalid sort parameter provided: "${sort}" [error-invalid-sort]`,
        errorType: 'error-invalid-sort',
        details: { helperMethod: 'parseJsonQuery' },
      },
    ]);
  });

  it('an empty sort is the default', async () => {
    const ids = openMany(3);
    expect(await list.ids('sort=')).toEqual(ids);
  });

  it('sort orders only the rows of the page; pages are always cut from the newest on', async () => {
    const [first, second, third] = [open(alice), open(bob), open(alice)];
    const byName = `sort=${encodeURIComponent('{"_user.username":-1}')}`;
    expect(await list.ids(byName)).toEqual([second, third, first]);
    expect(await list.ids(`${byName}&count=2`)).toEqual([second, third]);
    expect(await list.ids(`${byName}&count=1`)).toEqual([third]);
    expect(await list.ids('sort={"loginAt":1}&count=2')).toEqual([second, third]);
  });

  it('pages move: ending ten rows of the first page skips ten of the second', async () => {
    const ids = openMany(30);
    const first = await list.ids('count=20');
    for (const sessionId of first.slice(0, 10)) {
      await workspace.logout(sessionId, { as: admin });
    }
    const second = await list.ids('count=20&offset=20');
    expect([...first, ...second]).toEqual(ids.slice(0, 20));
    expect(await list.ids('count=20')).toEqual(ids.slice(10));
  });
});
