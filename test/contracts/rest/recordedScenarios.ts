import { currentTotp } from '../../../workspace/rest/secondFactor/methods';
import { hashPassword } from '../../../workspace/seed';
import { hashLoginToken, passwordDigest } from '../../../workspace/state/ids';
import { FakeAppHost, TestWorkspace, TOTP_SECRET, type Actor } from './harness';

/** A recorded scenario set up on a fresh workspace: who is who, and what the placeholders stand for. */
export interface Scene {
  workspace: TestWorkspace;
  actors: Record<string, Actor>;
  values: Record<string, string>;
}

const REDIRECT = 'https://client.example.com/callback';

/** Sets up what `given` of the recording says. `actors` are those the recording lists. */
export async function setUp(scenario: string): Promise<Scene> {
  const workspace = await TestWorkspace.start('6.5', new FakeAppHost(['shrug']));
  const { store } = workspace;
  const actors: Record<string, Actor> = {
    totp: workspace.addActor({ username: 'totpadmin', roles: ['admin'], totpSecret: TOTP_SECRET }),
    email: workspace.addActor({ username: 'mailadmin', roles: ['admin'], email2fa: true }),
    password: workspace.addActor({ username: 'passadmin', roles: ['admin'] }),
    plain: workspace.addActor({ username: 'plain' }),
    victim: workspace.addActor({ username: 'victim' }),
    rcadmin: workspace.addActor({ username: 'rcadmin', roles: ['admin'] }),
  };
  actors.totp.user.passwordHash = hashPassword('totpadmin-pass1');
  actors.plain.user.passwordHash = hashPassword('plain-pass1');
  store.rooms.put({ _id: 'GENERAL', name: 'general', type: 'c', memberIds: [actors.rcadmin.id] });
  const values: Record<string, string> = {};
  for (const [name, { id, token }] of Object.entries(actors)) {
    Object.assign(values, { [`${name}.id`]: id, [`${name}.token`]: token });
  }
  Object.assign(values, preparations[scenario]?.({ workspace, actors, values }) ?? {});
  return { workspace, actors, values };
}

const preparations: Record<string, (scene: Scene) => Record<string, string> | void> = {
  success: ({ workspace, actors }) => ({ session: victimSession(workspace, actors.victim, 'tTouumJMrHMjnedWf') }),
  list: ({ workspace, actors }) => {
    // Three tabs of one browser: they share a login token.
    const ids = ['aB3cD4eF5gH6iJ7kL', 'mN8oP9qR2sT3uV4wX', 'yZ5aB6cD7eF8gH9jK'];
    ids.forEach((id) => {
      workspace.advance(1000);
      victimSession(workspace, actors.victim, id);
    });
    return Object.fromEntries([
      ...ids.map((id, index) => [`session ${index}`, id] as const),
      ['first four characters', ids[0].slice(0, 4)],
    ]);
  },
  'personal access tokens': ({ workspace, actors }) => {
    const issue = (bypassTwoFactor: boolean) =>
      workspace.store.users.issueToken(actors.totp.id, { type: 'personalAccessToken', name: 'x', bypassTwoFactor });
    return { 'pat bypass': issue(true), 'pat plain': issue(false) };
  },
  oauth: ({ workspace, actors }) => {
    const app = workspace.store.oauth.createApp({
      name: 'client',
      active: true,
      redirectUri: REDIRECT,
      createdBy: { _id: actors.rcadmin.id, username: 'rcadmin' },
    });
    return {
      'client id': app.clientId,
      'client secret': app.clientSecret,
      redirect: REDIRECT,
      'redirect, encoded': encodeURIComponent(REDIRECT),
    };
  },
  'rate limit': ({ workspace }) => workspace.store.settings.set('API_Enable_Rate_Limiter', true),
  'two factor switched off': ({ workspace }) =>
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', false),
  'never licensed': ({ workspace }) => void (workspace.store.licence = 'never'),
  'licence gone': ({ workspace }) => void (workspace.store.licence = 'gone'),
};

/** What happened between two exchanges without being one: `<scenario>: <exchange>` → done before it. */
export const interludes: Record<string, (scene: Scene) => void | Promise<void>> = {
  'two factor switched off: on again': ({ workspace }) =>
    workspace.store.settings.set('Accounts_TwoFactorAuthentication_Enabled', true),
  // Calls 2 to 9 were made, and not written down.
  'rate limit: call 10': async ({ workspace, actors }) => {
    for (let call = 2; call <= 9; call += 1) {
      await workspace.call('POST', '/api/v1/sessions/logout', { as: actors.plain, body: { sessionId: 'x' } });
    }
  },
};

/** The code an actor sent, by its name in the recording. */
export function codeFor(name: string, { workspace, values }: Scene, actor: Actor): string | undefined {
  const { store } = workspace;
  const totp = () => currentTotp(TOTP_SECRET, store.now());
  const right = () => {
    const code = actor.user.totpSecret === undefined ? actor.user.emailCode?.code : totp();
    values['last code'] = code ?? '';
    return code;
  };
  const password = `${actor.user.username}-password`;
  const codes: Record<string, () => string | undefined> = {
    none: () => undefined,
    wrong: () => differentFrom(right() ?? ''),
    abcdef: () => 'abcdef',
    right,
    'right with a space': () => right()?.replace(/^(...)/, '$1 '),
    'right, ddd-ddd': () => right()?.replace(/^(...)/, '$1-'),
    used: () => values['last code'],
    'the password': () => password,
    'sha256 of another': () => passwordDigest('another'),
    sha256: () => passwordDigest(password),
    SHA256: () => passwordDigest(password).toUpperCase(),
  };
  if (codes[name] === undefined) {
    throw new Error(`the recording has a code this test does not know: ${name}`);
  }
  return codes[name]();
}

function differentFrom(code: string): string {
  return String((Number(code) + 1) % 1_000_000).padStart(6, '0');
}

function victimSession(workspace: TestWorkspace, victim: Actor, sessionId: string): string {
  workspace.store.sessions.put({
    sessionId,
    userId: victim.id,
    loginToken: hashLoginToken(victim.token),
    device: {
      type: 'browser',
      name: 'Chrome',
      longVersion: '120.0.0.0',
      version: '120.0.0',
      os: { name: 'Linux', version: 'x86_64' },
    },
    host: '127.0.0.1:3999',
    ip: null,
    loginAt: workspace.store.now(),
  });
  return sessionId;
}
