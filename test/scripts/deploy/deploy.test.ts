import manifest from '../../../app.json';
import type { DeployOrder } from '../../../scripts/deploy/arguments';
import { deploy } from '../../../scripts/deploy/deploy';
import { DEPLOY_TEXTS, PURPOSES } from '../../../scripts/deploy/texts';
import { REMOTE_TEXTS } from '../../../scripts/remote/texts';
import { type FakeAnswer, FakePerson, fakeWorkspace } from '../../fakes/remote';

const { id, name, version, permissions } = manifest;
const URL = 'https://chat.example.com';
const APP = `/api/apps/${id}`;
const ORDER: DeployOrder = {
  url: URL,
  who: { user: 'ada', password: 'pa ss' },
  agreed: false,
  checkOnly: false,
  allowHttp: false,
};
const NONE: FakeAnswer = { status: 404, body: { success: false, error: `No App found by the id of: ${id}` } };
const there = (status: string): FakeAnswer => ({ body: { success: true, app: { version: '0.9.0', status } } });
const status = (text: string): FakeAnswer => ({ body: { success: true, status: text } });
const DONE: FakeAnswer = { body: { success: true } };
const LATE = { body: { version: '8.0.0', info: { marketplaceApiVersion: '1.59.0' } } };
const EARLY = { body: { version: '6.5.3', info: { marketplaceApiVersion: '1.41.0' } } };

type Routes = Parameters<typeof fakeWorkspace>[0];

/** A server without the app, on which all goes well. */
const GOOD: Routes = {
  'GET /api/info': LATE,
  'POST /api/v1/login': { body: { data: { userId: 'u', authToken: 'tok3n', me: { username: 'ada' } } } },
  'POST /api/v1/logout': DONE,
  [`GET ${APP}`]: NONE,
  'POST /api/apps': DONE,
  [`POST ${APP}`]: DONE,
  [`GET ${APP}/status`]: status('manually_enabled'),
};

afterEach(() => jest.restoreAllMocks());

function scene(routes: Routes = {}, answers: boolean[] = [true]) {
  const { calls } = fakeWorkspace({ ...GOOD, ...routes });
  const person = new FakePerson(answers);
  const stop = new AbortController();
  let now = 0;
  jest.spyOn(Date, 'now').mockImplementation(() => now);
  const run = (order: Partial<DeployOrder> = {}) =>
    deploy(
      { ...ORDER, ...order },
      {
        asking: person,
        packaged: async () => ({ file: 'app.zip', content: Buffer.from('zip'), id, name, version, permissions }),
        signal: stop.signal,
        wait: async (ms) => (now += ms),
      },
    );
  const failure = (order?: Partial<DeployOrder>) =>
    run(order).then(
      () => undefined,
      (error: unknown) => error,
    );
  /** What changed something. */
  const changes = () => calls.map(({ route }) => route).filter((route) => /^(POST|DELETE) \/api\/apps/.test(route));
  const isLoggedOut = () => calls.at(-1)?.route === 'POST /api/v1/logout';
  return { calls, person, stop, run, failure, changes, isLoggedOut };
}

describe('deploy', () => {
  it('shows every permission with its purpose before it asks, and uploads only then', async () => {
    const { calls, person, run, changes, isLoggedOut } = scene();
    const confirm = jest.spyOn(person, 'confirm').mockImplementation(async () => {
      expect(changes()).toEqual([]);
      permissions.forEach((permission) => expect(person.seen).toMatch(new RegExp(`${permission.name} +\\S`)));
      return true;
    });
    await run();
    expect(confirm).toHaveBeenCalledTimes(1);
    expect(changes()).toEqual(['POST /api/apps']);
    const form = calls.find(({ route }) => route === 'POST /api/apps')?.body as FormData;
    expect(form.get('permissions')).toBe(JSON.stringify(permissions));
    expect(await (form.get('app') as File).text()).toBe('zip');
    expect(person.said.at(-1)).toContain('/logout-session connect');
    expect(isLoggedOut()).toBe(true);
    expect(person.seen).not.toMatch(/pa ss|tok3n/);
  });

  it('asks nothing where it was agreed beforehand', async () => {
    const { person, run, changes } = scene({}, []);
    await run({ agreed: true });
    expect(person.asked).toEqual([]);
    expect(changes()).toEqual(['POST /api/apps']);
  });

  it('changes nothing without a yes, and logs out', async () => {
    const { failure, changes, isLoggedOut } = scene({}, [false]);
    expect(await failure()).toMatchObject({ code: 'not-agreed' });
    expect([changes(), isLoggedOut()]).toEqual([[], true]);
  });

  it('only looks where that was asked for', async () => {
    const { person, run, changes, isLoggedOut } = scene({}, []);
    await run({ checkOnly: true, agreed: true });
    expect([changes(), isLoggedOut()]).toEqual([[], true]);
    expect(person.said.at(-1)).toContain('Nothing was changed');
  });

  it('updates what is there, and says when that switches it on', async () => {
    const { person, run, changes } = scene({ [`GET ${APP}`]: there('manually_disabled'), 'GET /api/info': EARLY });
    await run();
    expect(changes()).toEqual([`POST ${APP}`]);
    expect(person.seen).toContain(`0.9.0 is installed there. It will be updated to ${version}`);
    expect(person.seen).toContain('The update switches it on.');
  });

  it('follows a fresh install by an update where the defect is', async () => {
    const { person, run, changes } = scene({ 'GET /api/info': EARLY });
    await run();
    expect(changes()).toEqual(['POST /api/apps', `POST ${APP}`]);
    expect(person.seen).toContain('This Rocket.Chat has a defect');
  });

  it('says what to do when that update is refused: the app runs', async () => {
    const refused = { status: 400, body: { error: 'Cannot_Update_Exempt_App' } };
    const { person, run } = scene({ 'GET /api/info': EARLY, [`POST ${APP}`]: refused });
    await run();
    expect(person.seen).toContain('restart the server once');
  });

  it('switches on what was installed switched off', async () => {
    const { run, changes } = scene({
      [`GET ${APP}/status`]: [status('initialized'), status('manually_enabled')],
      [`POST ${APP}/status`]: status('manually_enabled'),
    });
    await run();
    expect(changes()).toEqual(['POST /api/apps', `POST ${APP}/status`]);
  });

  it.each<[string, FakeAnswer]>([
    ['a proxy that gives up', { status: 502, text: '<html>' }],
    ['a limit of the rate', { status: 429, body: { error: 'error-too-many-requests' } }],
  ])('looks again after %s: the upload is through', async (_, failed) => {
    const { run, changes, person } = scene({ [`GET ${APP}/status`]: [failed, failed, status('auto_enabled')] });
    await run();
    expect(changes()).toEqual(['POST /api/apps']);
    expect(person.seen).toContain(`runs on ${URL}`);
  });

  it('says what it saw last when that takes too long, and removes nothing that it cannot see', async () => {
    const gone: FakeAnswer = { status: 502, text: '<html>' };
    const { person, failure, changes, isLoggedOut } = scene({
      [`GET ${APP}`]: [NONE, gone],
      [`GET ${APP}/status`]: [status('initialized'), gone],
      [`POST ${APP}/status`]: gone,
    });
    expect(await failure()).toMatchObject({
      code: 'too-slow',
      message: expect.stringMatching(/^The package was uploaded, .*60 seconds.*status with 502/),
    });
    expect(changes()).toEqual(['POST /api/apps', `POST ${APP}/status`]);
    expect(person.said).toContain(DEPLOY_TEXTS['not-removed-again']);
    expect(isLoggedOut()).toBe(true);
  });

  it('removes a fresh install that the licence has no room for', async () => {
    const { person, failure, changes, isLoggedOut } = scene({
      [`GET ${APP}`]: [NONE, there('initialized')],
      [`GET ${APP}/status`]: status('initialized'),
      [`POST ${APP}/status`]: { status: 400, body: { error: 'license-prevented' } },
      [`DELETE ${APP}`]: DONE,
    });
    expect(await failure()).toMatchObject({ code: 'private-apps-full' });
    expect(changes().at(-1)).toBe(`DELETE ${APP}`);
    expect(person.said).toContain(DEPLOY_TEXTS['removed-again']);
    expect(isLoggedOut()).toBe(true);
  });

  it('removes a fresh install that does not run, and says what its log says', async () => {
    const { failure, changes } = scene({
      [`GET ${APP}`]: [NONE, there('error_disabled')],
      [`GET ${APP}/status`]: status('error_disabled'),
      [`POST ${APP}/status`]: status('error_disabled'),
      [`GET ${APP}/logs`]: { body: { logs: [{ entries: [{ severity: 'error', args: ['it broke'] }] }] } },
      [`DELETE ${APP}`]: DONE,
    });
    expect(await failure()).toMatchObject({ code: 'stays-off', message: expect.stringContaining('(it broke)') });
    expect(changes().at(-1)).toBe(`DELETE ${APP}`);
  });

  it.each([
    ['an update that does not run', there('manually_enabled'), status('error_disabled'), `POST ${APP}/status`],
    ['what somebody else installed meanwhile', [NONE, there('auto_enabled')], undefined, 'POST /api/apps'],
  ])('never removes %s', async (_, app, state, last) => {
    const { failure, changes } = scene({
      [`GET ${APP}`]: app,
      ...(state && { [`GET ${APP}/status`]: state, [`POST ${APP}/status`]: state, [`GET ${APP}/logs`]: NONE }),
      'POST /api/apps': { status: 400, body: { error: 'exists' } },
    });
    expect(await failure()).toMatchObject({ name: 'DeployError' });
    expect(changes().at(-1)).toBe(last);
  });

  it.each([
    [{ [`GET ${APP}`]: { status: 403, body: { error: 'unauthorized' } } }, 'no-permission'],
    [{ [`GET ${APP}`]: { status: 404, text: '<html>' } }, 'apps-off'],
    [{ [`GET ${APP}`]: { status: 200, text: '<html>' } }, 'apps-off'],
    [{ [`GET ${APP}`]: { status: 502, text: '<html>' } }, 'unexpected-answer'],
  ])('stops before it asks: %j', async (routes: Routes, code) => {
    const { person, failure, changes, isLoggedOut } = scene(routes, []);
    expect(await failure()).toMatchObject({ code });
    expect([person.asked, changes(), isLoggedOut()]).toEqual([[], [], true]);
  });

  it.each([
    [{ status: 413, text: '' }, 'too-large'],
    [{ status: 302, headers: { location: '/elsewhere' } }, 'upload-unknown'],
    [{ status: 504, text: '<html>' }, 'upload-unknown'],
  ])('says how an upload failed: %j', async (answer, code) => {
    const { failure, changes, isLoggedOut } = scene({ 'POST /api/apps': answer });
    expect(await failure()).toMatchObject({ code });
    expect([changes(), isLoggedOut()]).toEqual([['POST /api/apps'], true]);
  });

  it('logs out when it is stopped, removes nothing, and says when the upload had begun', async () => {
    const { stop, failure, changes, isLoggedOut } = scene({
      'POST /api/apps': () => {
        stop.abort();
        return DONE;
      },
    });
    expect(await failure()).toMatchObject({ code: 'stopped-late' });
    expect([changes(), isLoggedOut()]).toEqual([['POST /api/apps'], true]);
  });

  it('tells of a login that could not be ended, but not in place of what went wrong', async () => {
    const { person, failure } = scene({ 'POST /api/v1/logout': { status: 500 }, [`GET ${APP}`]: { status: 403 } });
    expect(await failure()).toMatchObject({ code: 'no-permission' });
    expect(person.seen).toContain('could not be ended');
  });
});

describe('the texts of deploy', () => {
  it('have a purpose for every permission of the app, and for no other', () => {
    expect(Object.keys(PURPOSES).sort()).toEqual(permissions.map((permission) => permission.name).sort());
  });

  it.each(Object.entries({ ...DEPLOY_TEXTS, ...REMOTE_TEXTS }).filter(([key]) => !/^(help|next-steps)$/.test(key)))(
    '%s is one line of a sentence or three',
    (_, text) => {
      expect(text).not.toContain('\n');
      expect(text.match(/[.!?](\s|$)/g)?.length ?? 0).toBeLessThanOrEqual(4);
    },
  );
});
