import type { Device } from '../../../../workspace/model';
import { device } from '../../../../workspace/state/devices';
import type { Actor } from '../harness';
import type { Interlude } from './replay';
import { addActor, confirm, grantAccess, openSocket, type Preparation, type Scene } from './scene';

/** The people of the listings. A search finds only the first five: in the recording it was not `ana` who was found. */
const PEOPLE = ['bob', 'cid', 'dan', 'eve', 'fay', 'ana'];
/** Session n belongs to the one at n modulo 6, and its browser is the one at n modulo 3. */
const OWNERS = ['fay', 'ana', 'bob', 'cid', 'dan', 'eve'];
const BROWSERS: Device[] = [
  device('browser', 'Chrome', '120.0.1', 'Windows', '10'),
  device('browser', 'Firefox', '120.0.1', 'Mac OS', '10'),
  device('browser', 'Safari', '120.0.1', 'iOS', '10'),
];

/** Session `number` of those people. */
function openNumbered(scene: Scene, owner: Actor, number: number): void {
  const name = `${owner.user.username} session ${number}`;
  const token = scene.workspace.store.users.issueToken(owner.id);
  const ip = `198.51.100.${number}`;
  // The recording has the ID of the first session in upper case as well.
  const sessionId = number === 1 ? 'kWyEhXa6gS4aScYiN' : `session${number}`.padEnd(17, 'x');
  const socket = { sessionId, token, device: BROWSERS[number % 3], ip, host: 'chat.example' };
  scene.values[name] = openSocket(scene, owner, socket);
}

/** 20 sessions each of six people. */
function open120(scene: Scene): void {
  for (const username of PEOPLE) {
    addActor(scene, username, { username, name: `Name of ${username}` });
  }
  for (let number = 1; number <= 120; number += 1) {
    openNumbered(scene, scene.actors[OWNERS[number % 6]], number);
  }
  const { id } = scene.actors.ana;
  scene.values['ana.id in lower case'] = id.toLowerCase();
  scene.values['first 9 characters of ana.id'] = id.slice(0, 9);
}

const takeNameAndSetAvatar = ({ actors: { eve } }: Scene) =>
  Object.assign(eve.user, { name: undefined, avatarETag: 'etag1', avatarOrigin: 'upload' });
const deleteFay = ({ workspace: { store }, actors: { fay } }: Scene) => store.logins.deleteUser(fay.user);

export const preparations: Record<string, Preparation> = {
  'list.all paging': open120,
  'list.all filters': async (scene) => {
    open120(scene);
    await confirm(scene, 'client-2');
  },
  'list.all sort': async (scene) => {
    open120(scene);
    takeNameAndSetAvatar(scene);
    deleteFay(scene);
    await confirm(scene, 'client-3');
  },
  'second factor over pages': (scene) => {
    const ana = addActor(scene, 'ana', { username: 'ana', name: 'Name of ana' });
    for (let number = 1; number <= 12; number += 1) {
      openNumbered(scene, ana, number);
    }
    ['totp', 'email', 'password'].forEach((name) => grantAccess(scene, name));
  },
};

export const interludes: Record<string, Interlude> = {
  'list.all filters: deactivated cid by username': ({ workspace: { store }, actors: { cid } }) =>
    store.logins.setActive(cid.user, false),
  "list.all filters: ana's id while dan has it in his display name: rows of both": ({ actors: { ana, dan } }) =>
    void (dan.user.name = `x ${ana.id}`),
  'list.all filters: eve without display name, with avatar': (scene) => void takeNameAndSetAvatar(scene),
  'list.all filters: fay deleted': deleteFay,
  // The recording does not say what became of the code that was mailed with the exchange before.
  'second factor over pages: bearer, e-mail: page 1, no code (a mail goes out)': ({ actors: { email } }) =>
    void delete email.user.emailCode,
};

const LIMIT = 'depends on the database: the one recorded accepts a limit of 0, MongoDB refuses it';

export const notReproduced: Record<string, string> = { 'list.all paging: ?count=0': LIMIT };
