import { setActive } from './support/accounts';
import { incorrect } from './support/codes';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

/** Alarms are sent by a job, whose calls must not be counted among those of a logout. */
beforeEach(() => workspace.appSettings({ tell_person: false }));

/** What every call reads: the settings a logout needs, at the same time. */
const SETTINGS = { 'appSettings.getValueById': 4, 'serverSetting.getOneById': 1 };
const stored = (documents: number) => ({ 'persistence.createWithAssociations': documents });

/** What the app asked the engine for while something was done. */
async function callsOf(work: () => Promise<unknown>): Promise<unknown> {
  await workspace.dev('calls/reset', {});
  await work();
  return workspace.dev('calls');
}

test('a logout reads its settings once, makes three requests, and stores intent and outcome', async () => {
  const { sessionId } = workspace.alice;

  const calls = await callsOf(() => workspace.logout({ ...workspace.admin, sessionId }));

  expect(calls).toEqual({ ...SETTINGS, ...stored(2), 'appSettings.getValueById': 7, 'http.call': 3 });
});

test('whoever is told costs one more document and a job, and no more of the workspace', async () => {
  await workspace.appSettings({ tell_person: true });
  const calls = await callsOf(() => workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId }));

  expect(calls).toMatchObject({ 'http.call': 3, 'scheduler.scheduleOnce': 1 });
});

describe('what is refused at the probe costs one request, and intent and outcome', () => {
  test('no code', async () => {
    const { as } = workspace.admin;
    const { sessionId } = workspace.alice;

    expect(await callsOf(() => workspace.logout({ as, sessionId }))).toEqual({
      ...SETTINGS,
      ...stored(2),
      'http.call': 1,
    });
  });
});

test('an incorrect code costs as much as a logout', async () => {
  const { as, code } = workspace.admin;
  const { sessionId } = workspace.alice;

  const calls = await callsOf(() => workspace.logout({ as, code: incorrect(code), sessionId }));

  expect(calls).toEqual({ ...SETTINGS, ...stored(2), 'http.call': 2 });
});

describe('what is refused before the workspace was asked anything is one document', () => {
  test('invalid input', async () => {
    const calls = await callsOf(() => workspace.logout({ ...workspace.admin, sessionId: '../' }));

    expect(calls).toEqual({ ...SETTINGS, ...stored(1) });
  });

  test('no allowed role, by ID or name', async () => {
    const bob = await workspace.caller('bob');

    const calls = await callsOf(() => workspace.logout({ ...bob, sessionId: workspace.alice.sessionId }));

    // The one name on the list is looked up, since no ID matched.
    expect(calls).toEqual({ ...SETTINGS, ...stored(1), 'role.getOneByIdOrName': 1 });
  });

  test('a deactivated account: no setting is read, and its connection is looked for and removed', async () => {
    const { accessToken } = await workspace.grantAccess('bob');
    await setActive(workspace, 'bob', false);

    const calls = await callsOf(() => workspace.logout({ as: { accessToken }, sessionId: workspace.alice.sessionId }));

    expect(calls).toEqual({
      ...stored(1),
      'persistence.readByAssociations': 1,
      'persistence.removeByAssociations': 1,
    });
  });
});
