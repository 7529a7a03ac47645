import type { ServerVersion, WorkspaceUser } from '../../../workspace/model';
import { mailCode } from '../../../workspace/rest/secondFactor/methods';
import { LICENCES, type Licence } from '../../../workspace/state/licence';
import { ALL_VERSIONS, TestWorkspace, type Actor, type Answer } from './harness';

// What each route answers with each licence, and whether that used up a code. The caller is an admin whose codes are
// mailed: a code that was accepted is gone, whatever came after it.

type Outcome = 'done' | 'code, done' | 'refused' | 'code, refused' | 'permission unknown' | 'refused at once';
type Shape = Pick<Answer, 'status' | 'body'>;

const REFUSED = { success: false, error: 'unauthorized' };
const REFUSED_LAST: Record<Exclude<ServerVersion, 'late'>, Shape> = {
  '6.5': { status: 403, body: REFUSED },
  '7.0': { status: 401, body: REFUSED },
};
const REFUSED_AT_ONCE: Shape = {
  status: 400,
  body: {
    success: false,
    error: 'This is an enterprise feature [error-action-not-allowed]',
    errorType: 'error-action-not-allowed',
  },
};
const PERMISSION_UNKNOWN: Shape = {
  status: 403,
  body: { success: false, error: 'User does not have the permissions required for this action [error-unauthorized]' },
};
const DONE: Shape = { status: 200, body: expect.objectContaining({ success: true }) as unknown };

interface Route {
  call: (target: { sessionId: string; userId: string }) => [method: 'GET' | 'POST', path: string, body?: object];
  /** Where it is not a 200. */
  done?: Shape;
  /** With each licence, on a server that asks for it last. */
  outcomes: Record<string, Outcome>;
}

const outcomes = (licensed: Outcome, gone: Outcome, never: Outcome, other: Outcome) =>
  ({ true: licensed, gone, never, other }) satisfies Record<`${Licence}`, Outcome>;
const whatever = (outcome: Outcome) => outcomes(outcome, outcome, outcome, outcome);

const ROUTES: Record<string, Route> = {
  'sessions/logout': {
    call: ({ sessionId }) => ['POST', 'sessions/logout', { sessionId }],
    outcomes: outcomes('code, done', 'code, refused', 'permission unknown', 'code, refused'),
  },
  'sessions/list.all': {
    call: () => ['GET', 'sessions/list.all'],
    outcomes: outcomes('code, done', 'code, refused', 'code, refused', 'code, refused'),
  },
  'sessions/info.admin': {
    call: ({ sessionId }) => ['GET', `sessions/info.admin?sessionId=${sessionId}`],
    outcomes: outcomes('code, done', 'code, refused', 'code, refused', 'code, refused'),
  },
  'sessions/list': {
    call: () => ['GET', 'sessions/list'],
    outcomes: outcomes('done', 'refused', 'refused', 'refused'),
  },
  'users.logout': {
    call: ({ userId }) => ['POST', 'users.logout', { userId }],
    outcomes: whatever('done'),
  },
  'users.removePersonalAccessToken': {
    call: () => ['POST', 'users.removePersonalAccessToken', { tokenName: 'made up' }],
    done: { status: 400, body: expect.objectContaining({ errorType: 'error-token-does-not-exists' }) as unknown },
    outcomes: whatever('code, done'),
  },
  me: {
    call: () => ['GET', 'me'],
    done: { status: 200, body: expect.anything() as unknown },
    outcomes: whatever('done'),
  },
};

describe.each(ALL_VERSIONS)('%s', (version) => {
  let workspace: TestWorkspace;
  let admin: Actor;
  let alice: Actor;
  let sessionId: string;

  beforeAll(async () => {
    workspace = await TestWorkspace.start(version);
    admin = workspace.addActor({ username: 'olivia', roles: ['admin'], email2fa: true });
    alice = workspace.addActor({ username: 'alice' });
    ({ sessionId } = workspace.addSession(alice));
    workspace.store.markBooted();
  });
  beforeEach(() => workspace.store.reset());
  afterAll(() => workspace.close());

  const caller = (): WorkspaceUser => workspace.store.users.get(admin.id)!;
  const ask = async ({ call }: Route, code?: string): Promise<Shape> => {
    const [method, path, body] = call({ sessionId, userId: alice.id });
    const headers = code === undefined ? undefined : { 'x-2fa-code': code };
    const answer = await workspace.call(method, `/api/v1/${path}`, { as: admin, headers, body });
    return { status: answer.status, body: answer.body };
  };

  const cells = Object.entries(ROUTES).flatMap(([name, route]) =>
    LICENCES.map((licence) => {
      const asked = route.outcomes[String(licence)];
      const first = version === 'late' && route.outcomes.true !== asked;
      return [name, licence, first ? 'refused at once' : asked] as const;
    }),
  );

  it.each(cells)('%s, licence %s: %s', async (name, licence, outcome) => {
    const { store } = workspace;
    store.licence = licence;
    mailCode(store, caller());
    const { code } = caller().emailCode!;
    const before = workspace.ended();

    const asksForCode = outcome.startsWith('code');
    if (asksForCode) {
      expect(await ask(ROUTES[name])).toMatchObject({ status: 400, body: { errorType: 'totp-required' } });
    }
    const expected: Record<string, Shape> = {
      done: ROUTES[name].done ?? DONE,
      refused: version === 'late' ? REFUSED_AT_ONCE : REFUSED_LAST[version],
      'permission unknown': PERMISSION_UNKNOWN,
      'refused at once': REFUSED_AT_ONCE,
    };
    expect(await ask(ROUTES[name], code)).toEqual(expected[outcome.replace('code, ', '')]);

    expect(caller().emailCode?.code).toBe(asksForCode ? undefined : code);
    if (!outcome.endsWith('done')) {
      expect(workspace.ended()).toEqual(before);
    }
  });

  it.each(LICENCES)('a session ends only with device management: licence %s', async (licence) => {
    workspace.store.licence = licence;
    mailCode(workspace.store, caller());
    await ask(ROUTES['sessions/logout'], caller().emailCode!.code);
    expect(workspace.ended().sessions).toEqual(licence === true ? [sessionId] : []);
  });

  it.each(LICENCES)('everything of somebody ends whatever the licence: %s', async (licence) => {
    workspace.store.licence = licence;
    await ask(ROUTES['users.logout']);
    expect(workspace.ended().tokensLeft).toEqual({ olivia: 1, alice: 0 });
  });

  it.each<[Licence, boolean, string[]]>([
    [true, true, ['auditing', 'device-management']],
    ['gone', false, []],
    ['never', false, []],
    ['other', true, ['auditing']],
  ])('what the workspace says of its licence: %s', async (licence, isEnterprise, activeModules) => {
    workspace.store.licence = licence;
    const info = await workspace.call('GET', '/api/v1/licenses.info', { as: alice });
    expect(info).toMatchObject({ status: 200, body: { license: { activeModules }, success: true } });
    const { status, body } = await workspace.call('GET', '/api/v1/licenses.isEnterprise', { as: alice });
    expect({ status, body }).toMatchObject(
      version === '6.5' ? { status: 200, body: { isEnterprise, success: true } } : { status: 404 },
    );
  });

  it.each(LICENCES)('of two permissions, only that to log out comes with the module: licence %s', (licence) => {
    workspace.store.licence = licence;
    const known = workspace.store.permissionsOf(caller());
    expect(known).toContain('view-device-management');
    expect(known.includes('logout-device-management')).toBe(licence !== 'never');
  });
});
