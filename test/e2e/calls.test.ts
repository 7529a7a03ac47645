import { setActive } from './support/accounts';
import { incorrect } from './support/codes';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

/** Alarms are sent by a job, whose calls must not be counted among those of a logout. */
beforeEach(() => workspace.appSettings({ tell_person: false }));

/** What every call reads: the settings a logout needs, at the same time. */
const SETTINGS = { 'appSettings.getValueById': 4, 'serverSetting.getOneById': 1 };
const stored = (documents: number) => ({ 'persistence.createWithAssociations': documents });
/** Whether the caller is locked out; beside the settings. */
const LOCKOUT = 'persistence.readByAssociations';
/** A refusal that is counted with others of its kind: looked for, and put back. */
const COUNTED = { 'persistence.updateByAssociations': 1 };

/** What the app asked the engine for while something was done. */
async function callsOf(work: () => Promise<unknown>): Promise<unknown> {
  await workspace.dev('calls/reset', {});
  await work();
  return workspace.dev('calls');
}

test('a logout reads its settings once, makes three requests, and stores intent, outcome and its turn', async () => {
  const { sessionId } = workspace.alice;

  const calls = await callsOf(() => workspace.logout({ ...workspace.admin, sessionId }));

  // The turn to send the code is stored, looked for among others, and removed.
  expect(calls).toEqual({
    ...SETTINGS,
    ...stored(3),
    [LOCKOUT]: 1 + 1,
    'persistence.removeByAssociations': 1,
    'appSettings.getValueById': 7,
    'http.call': 3,
  });
});

test('whoever is told costs one more document and a job, and no more of the workspace', async () => {
  await workspace.appSettings({ tell_person: true });
  const calls = await callsOf(() => workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId }));

  expect(calls).toMatchObject({ 'http.call': 3, 'scheduler.scheduleOnce': 1 });
});

describe('what is refused at the probe costs two requests at once, and intent and outcome', () => {
  test('no code: whether there is a licence is asked before the caller is asked for one', async () => {
    const { as } = workspace.admin;
    const { sessionId } = workspace.alice;

    expect(await callsOf(() => workspace.logout({ as, sessionId }))).toEqual({
      ...SETTINGS,
      ...stored(2),
      [LOCKOUT]: 1,
      'http.call': 2,
    });
  });
});

test('an incorrect code costs as much as a logout, and is counted', async () => {
  const { as, code } = workspace.admin;
  const { sessionId } = workspace.alice;

  const calls = await callsOf(() => workspace.logout({ as, code: incorrect(code), sessionId }));

  // Its turn, that it was incorrect, and whether it is the one that locks its caller out.
  expect(calls).toEqual({ ...SETTINGS, ...stored(4), [LOCKOUT]: 1 + 2, 'http.call': 2 });
});

describe('what is refused before the workspace was asked anything is one document', () => {
  test('invalid input', async () => {
    const calls = await callsOf(() => workspace.logout({ ...workspace.admin, sessionId: '../' }));

    expect(calls).toEqual({ ...SETTINGS, ...stored(1), [LOCKOUT]: 1 });
  });

  test('no allowed role, by ID or name', async () => {
    const bob = await workspace.caller('bob');

    const calls = await callsOf(() => workspace.logout({ ...bob, sessionId: workspace.alice.sessionId }));

    // The one name on the list is looked up, since no ID matched.
    expect(calls).toEqual({ ...SETTINGS, ...COUNTED, [LOCKOUT]: 1 + 1, 'role.getOneByIdOrName': 1 });
  });

  test('a deactivated account: no setting is read, and its connection is looked for and removed', async () => {
    const { accessToken } = await workspace.grantAccess('bob');
    await setActive(workspace, 'bob', false);

    const calls = await callsOf(() => workspace.logout({ as: { accessToken }, sessionId: workspace.alice.sessionId }));

    expect(calls).toEqual({
      ...COUNTED,
      'persistence.readByAssociations': 1 + 1,
      'persistence.removeByAssociations': 1,
    });
  });
});
