import type { ServerVersion } from '../../../workspace/model';
import { TestWorkspace } from './harness';

let workspace: TestWorkspace;
afterEach(() => workspace.close());

async function idsFor(version: ServerVersion, query: string): Promise<unknown> {
  workspace = await TestWorkspace.start(version);
  const { status, body } = await workspace.call('GET', `/api/v1/settings.public${query}`);
  expect(status).toBe(200);
  return (body as { settings: Array<{ _id: string }> }).settings.map(({ _id }) => _id);
}

const ALL = expect.arrayContaining(['Site_Url', 'uniqueID', 'Language']) as unknown;
const BOTH = `?query=${encodeURIComponent('{"_id":{"$in":["Site_Url","uniqueID"]}}')}`;

/** Rocket.Chat `apps/meteor/app/api/server/v1/settings.ts`; `_id` since pull request 33787 (7.0). */
it.each<[ServerVersion, string, string, unknown]>([
  ['6.5', 'nothing', '', ALL],
  ['late', 'nothing', '', ALL],
  ['6.5', 'a query', BOTH, ['Site_Url', 'uniqueID']],
  ['late', 'a query, which it ignores', BOTH, ALL],
  ['6.5', '_id, which it does not know', '?_id=uniqueID', ALL],
  ['late', '_id', '?_id=uniqueID', ['uniqueID']],
  ['late', 'several in _id', '?_id=uniqueID,%20Site_Url', ['Site_Url', 'uniqueID']],
  ['late', '_id and a query', `${BOTH}&_id=uniqueID`, ['uniqueID']],
  ['late', 'a setting that is not public', '?_id=API_Enable_Rate_Limiter', []],
])('%s shows public settings to everybody, asked for with %s', async (version, _case, query, expected) => {
  expect(await idsFor(version, query)).toEqual(expected);
});

it('shows the values in force, a page at a time', async () => {
  workspace = await TestWorkspace.start('late');
  workspace.store.settings.set('uniqueID', 'this-workspace');
  const { body } = await workspace.call('GET', '/api/v1/settings.public?_id=Site_Url,uniqueID&count=1&offset=1');
  expect(body).toEqual({
    settings: [{ _id: 'uniqueID', value: 'this-workspace' }],
    count: 1,
    offset: 1,
    total: 2,
    success: true,
  });
});

it('refuses a query that is not JSON', async () => {
  workspace = await TestWorkspace.start('6.5');
  const { status, body } = await workspace.call('GET', '/api/v1/settings.public?query=%7B');
  expect({ status, body }).toMatchObject({ status: 400, body: { errorType: 'error-invalid-query' } });
});
