import { DEVICES, device } from '../../../../workspace/state/devices';
import { hashLoginToken } from '../../../../workspace/state/ids';
import { TOTP_SECRET } from '../harness';
import type { Interlude, Observer } from './replay';
import { addActor, addClient, CHROME, confirm, grantAccess, openSocket, type Preparation, type Scene } from './scene';

/** The devices that the steps of "list.all rows" name. */
const SOCKETS = {
  'Chrome on Linux': CHROME,
  'no User-Agent': null,
  'a User-Agent nobody knows': DEVICES.other,
  'mobile app': DEVICES['mobile-app'],
  'desktop app': device('desktop-app', 'Rocket.Chat', '3.9.10', 'Windows', '10'),
  'behind a proxy': CHROME,
  'socket closed (browser shut), token alive': CHROME,
  'logged out over REST: still listed': CHROME,
};

function openEachDevice(scene: Scene): void {
  const { workspace, actors, values } = scene;
  const { victim } = actors;
  const issue = () => workspace.store.users.issueToken(victim.id);
  Object.entries(SOCKETS).forEach(([name, used], index) => {
    const token = issue();
    const ip = name === 'behind a proxy' ? '203.0.113.7' : null;
    const sessionId = `device${index}`.padEnd(17, 'x');
    values[`session of: ${name}`] = openSocket(scene, victim, { sessionId, token, device: used, ip });
    values['a token of victim'] = token;
  });
  workspace.store.logins.closeSocket(values['session of: socket closed (browser shut), token alive']);
  const token = issue();
  values['older tab'] = openSocket(scene, victim, { sessionId: 'olderTab123456789', token });
  values['newer tab'] = openSocket(scene, victim, { sessionId: 'newerTab123456789', token });
}

/** A login of ana with its socket, numbered as in the recording. */
function openForAna(scene: Scene, number: number): void {
  const { workspace, actors, values } = scene;
  const token = workspace.store.users.issueToken(actors.ana.id);
  values[`ana.token ${number}`] = token;
  values[`ana session ${number}`] = openSocket(scene, actors.ana, { sessionId: `anaSession${number}abcdef`, token });
}

const personalAccessToken = ({ workspace, actors }: Scene, name: string) =>
  workspace.store.users.issueToken(actors.ana.id, { type: 'personalAccessToken', name });

export const preparations: Record<string, Preparation> = {
  'list.all rows': async (scene) => {
    openEachDevice(scene);
    await confirm(scene, 'client-4');
  },
  'users.logout effects': async (scene) => {
    addActor(scene, 'ana', { username: 'ana', name: 'Name of ana' });
    openForAna(scene, 1);
    openForAna(scene, 2);
    scene.values['ana.personal access token'] = personalAccessToken(scene, 'first');
    const clientId = addClient(scene, 'https://client.example.com/callback');
    ['ana', 'totp'].forEach((name) => grantAccess(scene, name, clientId));
    await confirm(scene, 'client-10');
  },
  'rate limit of a custom role': (scene) => {
    const { store } = scene.workspace;
    const permissions = ['view-device-management', 'logout-device-management', 'logout-other-user'];
    const { _id } = store.roles.put({ _id: 'manager', name: 'manager', description: '', permissions });
    addActor(scene, 'manager', { username: 'manager', roles: [_id], totpSecret: TOTP_SECRET });
    grantAccess(scene, 'manager');
    store.settings.set('API_Enable_Rate_Limiter', true);
  },
  users: (scene) => grantAccess(scene, 'totp'),
};

const logoutOfNobody = { body: { sessionId: 'aSessionThatIsNot' } };

/** Makes calls that were made and not written down. @returns how many of them were answered with 429 */
async function repeat(
  { workspace, actors }: Scene,
  [as, userAgent]: [string, string],
  calls: number,
  [method, path]: [string, string],
): Promise<number> {
  let refused = 0;
  for (let call = 1; call <= calls; call += 1) {
    const headers = { 'user-agent': userAgent, ...(call === 1 && as === 'totp' && { 'x-2fa-code': workspace.totp() }) };
    const answer = await workspace.call(method, path, {
      as: actors[as],
      headers,
      ...(method === 'POST' && logoutOfNobody),
    });
    refused += Number(answer.status === 429);
  }
  return refused;
}

const LIST: [string, string] = ['GET', '/api/v1/sessions/list.all?count=1'];
const LOGOUT: [string, string] = ['POST', '/api/v1/sessions/logout'];
const limited = (does: string) => `rate limit of a custom role: ${does}`;

export const interludes: Record<string, Interlude> = {
  [limited('manager lists, call 10')]: async (scene) => void (await repeat(scene, ['manager', 'client-11'], 8, LIST)),
  [limited('manager ends (a counter of its own), call 10')]: async (scene) =>
    void (await repeat(scene, ['manager', 'client-11'], 8, LOGOUT)),
  [limited('an admin, call 31 within seconds')]: async (scene) => {
    scene.values['429 of 30'] = String(await repeat(scene, ['totp', 'client-12'], 30, LOGOUT));
  },
  'users.logout effects: sessions/logout of one': (scene) => {
    openForAna(scene, 3);
    scene.values['ana.personal access token 2'] = personalAccessToken(scene, 'second');
  },
  'users.logout effects: a socket opened with the personal access token is listed like any other': (scene) => {
    const token = scene.values['ana.personal access token 2'];
    const sessionId = openSocket(scene, scene.actors.ana, { sessionId: 'anaSessionOfToken', token });
    scene.values['ana session of the personal access token'] = sessionId;
  },
};

/** The close codes of sockets, by name. */
const closeCodes = ({ workspace, values }: Scene, sockets: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(sockets).map(([name, session]) => [
      name,
      workspace.store.sockets.all().find(({ kind, sessionId }) => kind === 'closed' && sessionId === values[session])
        ?.code,
    ]),
  );

export const observers: Record<string, Observer> = {
  'list.all rows: sockets of both tabs (close codes)': (scene) =>
    closeCodes(scene, { older: 'older tab', newer: 'newer tab' }),
  'list.all rows: documents of a REST login': async ({ workspace }) => {
    const login = await workspace.call('POST', '/api/v1/login', {
      body: { user: 'victim', password: 'victim-password' },
    });
    const { authToken } = (login.body as { data: { authToken: string } }).data;
    return { withItsToken: workspace.store.sessions.byToken(hashLoginToken(authToken)).length };
  },
  'users.logout effects: sockets (close codes)': (scene) =>
    closeCodes(scene, { one: 'ana session 1', two: 'ana session 2' }),
  'users.logout effects: session documents': ({ workspace: { store }, values }) =>
    ['ana session 1', 'ana session 2'].map((name) => {
      const { sessionId, logoutAt = null, closedAt = NaN } = store.sessions.get(values[name])!;
      return { sessionId, logoutAt, closedAt: new Date(closedAt).toISOString() };
    }),
  [limited("429 among the admin's first 30")]: ({ values }) => Number(values['429 of 30']),
};

const NO_HOST = 'answered by the host of the apps, with an app installed';

export const notReproduced: Record<string, string> = Object.fromEntries(
  [
    'action buttons: the registered buttons, for anyone',
    'action buttons: message action',
    "action buttons: message action by plain (the filter is the client's only)",
    'action buttons: room action',
    'action buttons: user menu action',
    'action buttons: message box action',
    'action buttons: an action id nobody registered: delivered all the same',
    'action buttons: not logged in',
    'app settings: GET a setting',
    'app settings: a room, as the admin page sends it',
    'app settings: no room',
    'app settings: nonsense is stored as it is',
    'app settings: a text into a number: stored as it is',
    'app settings: back',
    'app settings: unknown setting',
    'app settings: not an admin',
  ].map((step) => [step, NO_HOST]),
);
