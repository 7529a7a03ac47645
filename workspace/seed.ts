import { hashSync } from 'bcryptjs';
import type { DeviceSession, WorkspaceUser } from './model';
import { hashLoginToken, passwordDigest, randomId } from './state/ids';
import type { NewUser } from './state/users';
import type { WorkspaceStore } from './store';

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;
/** Enough for a development tool that binds 127.0.0.1; a real workspace uses 10 and is slower to check. */
const BCRYPT_ROUNDS = 4;

type NewSession = Omit<DeviceSession, 'sessionId' | 'userId' | 'loginToken' | 'host' | 'loginAt'> & { ago: number };

const device = (type: string, name: string, longVersion: string, os: string, osVersion: string) => ({
  type,
  name,
  longVersion,
  version: longVersion.split('.').slice(0, 3).join('.'),
  os: { name: os, version: osVersion },
});

const ALICE: NewSession[] = [
  { device: device('browser', 'Chrome', '120.0.6099.225', 'Mac OS', '10.15.7'), ip: '203.0.113.24', ago: 2 * HOUR },
  { device: device('desktop-app', 'Rocket.Chat Desktop', '3.9.14', 'Windows', '10'), ip: '198.51.100.7', ago: 3 * DAY },
  {
    device: device('mobile-app', 'Rocket.Chat Mobile', '4.45.1', 'iOS', '17.2.1'),
    ip: '2001:db8:42::17',
    ago: 9 * DAY,
  },
];

const BOB: NewSession[] = [
  { device: device('browser', 'Firefox', '121.0', 'Ubuntu', '22.04'), ip: '192.0.2.133', ago: 26 * HOUR },
  { device: device('mobile-app', 'Rocket.Chat Mobile', '4.44.2', 'Android', '14'), ip: null, ago: 5 * DAY },
];

/** The password of a seeded user. */
export const seedPassword = (username: string): string => `${username}-password`;

/** What a workspace stores of a password. */
export const hashPassword = (password: string): string => hashSync(passwordDigest(password), BCRYPT_ROUNDS);

/** Gives a user a session of a device with a live login token. */
export function addSession(
  store: WorkspaceStore,
  user: WorkspaceUser,
  { ago, ...session }: NewSession,
): { sessionId: string; authToken: string } {
  const authToken = store.users.issueToken(user._id);
  const sessionId = randomId();
  store.sessions.put({
    ...session,
    device: structuredClone(session.device),
    sessionId,
    userId: user._id,
    loginToken: hashLoginToken(authToken),
    host: new URL(store.settings.get('Site_Url')).host,
    loginAt: store.now() - ago,
  });
  return { sessionId, authToken };
}

/** A session as a browser makes it, for a test that needs many. */
export function addBrowserSession(store: WorkspaceStore, user: WorkspaceUser) {
  return addSession(store, user, { ...ALICE[0], ago: 0 });
}

/** The roles every workspace has, with those of their permissions that this stand-in asks for. */
export function seedRoles(store: WorkspaceStore): void {
  const builtIn: Array<[string, string, string[]]> = [
    [
      'admin',
      'Admin',
      ['logout-device-management', 'view-device-management', 'logout-other-user', 'api-bypass-rate-limit'],
    ],
    ['user', '', []],
    ['bot', '', ['api-bypass-rate-limit']],
    ['app', '', ['api-bypass-rate-limit']],
  ];
  for (const [name, description, permissions] of builtIn) {
    store.roles.put({ _id: name, name, description, permissions });
  }
}

/** The people, roles, rooms and sessions of a fresh embedded workspace. */
export function seed(store: WorkspaceStore): void {
  seedRoles(store);
  const officer = store.roles.put({
    _id: randomId(),
    name: 'security-officer',
    description: 'Ends sessions of lost devices',
    permissions: ['logout-device-management', 'view-device-management'],
  });
  store.roles.put({ _id: 'support', name: 'support', description: '', permissions: [] });

  // `admin`'s secret is fixed, so that it can be put into an authenticator app once and for all.
  person(store, { username: 'admin', name: 'Ada Admin', roles: ['admin', 'user'], totpSecret: 'JBSWY3DPEHPK3PXP' });
  person(store, { username: 'olivia', name: 'Olivia Officer', roles: ['user', officer._id], email2fa: true });
  person(store, { username: 'pat', name: 'Pat Password', roles: ['admin', 'user'] });
  person(store, { username: 'sso', name: 'Sam Single Sign-On', roles: ['admin', 'user'], passwordHash: undefined });
  person(store, { username: 'max', name: 'Max Support', roles: ['user', 'support'] });
  const alice = person(store, { username: 'alice', name: 'Alice Example' });
  const bob = person(store, { username: 'bob', name: 'Bob Example' });
  ALICE.forEach((session) => addSession(store, alice, session));
  BOB.forEach((session) => addSession(store, bob, session));

  const everybody = store.users.all().map(({ _id }) => _id);
  store.rooms.put({ _id: 'GENERAL', name: 'general', type: 'c', memberIds: everybody });
  const officers = store.users.all().filter(({ roles }) => roles.includes(officer._id) || roles.includes('admin'));
  store.rooms.put({ _id: randomId(), name: 'security', type: 'p', memberIds: officers.map(({ _id }) => _id) });
}

/** Created long ago, so that no second factor is waived for a new account. */
function person(store: WorkspaceStore, given: NewUser): WorkspaceUser {
  return store.users.create({
    passwordHash: hashPassword(seedPassword(given.username)),
    emails: [{ address: `${given.username}@example.com`, verified: true }],
    createdAt: store.now() - 400 * DAY,
    ...given,
  });
}
