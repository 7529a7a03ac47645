import { hashSync } from 'bcryptjs';
import type { WorkspaceUser } from './model';
import { device, openLogin, type NewLogin, type OpenedSocket } from './state/devices';
import { passwordDigest, randomId } from './state/ids';
import type { NewUser } from './state/users';
import type { WorkspaceStore } from './store';

const DAY = 24 * 60 * 60 * 1000;
const HOUR = 60 * 60 * 1000;
/** Enough for a development tool that binds 127.0.0.1. A real workspace uses 10, which is slower to check. */
const BCRYPT_ROUNDS = 4;

const ALICE: NewLogin[] = [
  { device: device('browser', 'Chrome', '120.0.6099.225', 'Mac OS', '10.15.7'), ip: '203.0.113.24', ago: 2 * HOUR },
  { device: device('desktop-app', 'Rocket.Chat', '3.9.14', 'Windows', '10'), ip: '198.51.100.7', ago: 3 * DAY },
  { device: device('mobile-app', 'RC Mobile', '4.45.1 3301', 'ios', '17.2.1'), ip: '2001:db8:42::17', ago: 9 * DAY },
];

const BOB: NewLogin[] = [
  { device: device('browser', 'Firefox', '121.0', 'Ubuntu', '22.04'), ip: '192.0.2.133', ago: 26 * HOUR },
  { device: device('mobile-app', 'RC Mobile', '4.44.2 3218', 'android', '14'), ip: null, ago: 5 * DAY },
];

/** The password of a seeded user. */
export const seedPassword = (username: string): string => `${username}-password`;

/** What a workspace stores of a password. */
export const hashPassword = (password: string): string => hashSync(passwordDigest(password), BCRYPT_ROUNDS);

/** Logs a user in with a browser. */
export function addBrowserSession(store: WorkspaceStore, user: WorkspaceUser): OpenedSocket {
  return openLogin(store, user)[0];
}

/** The permissions that this stand-in asks for, by the built-in roles that have them by default. */
const BUILT_IN_ROLES: Array<{ name: string; description: string; permissions: string[] }> = [
  {
    name: 'admin',
    description: 'Admin',
    permissions: [
      'api-bypass-rate-limit',
      'create-personal-access-tokens',
      'delete-user',
      'edit-other-user-active-status',
      'logout-device-management',
      'logout-other-user',
      'manage-apps',
      'manage-oauth-apps',
      'view-device-management',
      'view-full-other-user-info',
      'view-statistics',
    ],
  },
  { name: 'user', description: '', permissions: ['create-personal-access-tokens'] },
  { name: 'bot', description: '', permissions: ['api-bypass-rate-limit'] },
  { name: 'app', description: '', permissions: ['api-bypass-rate-limit'] },
];

/** The roles that every workspace has. */
export function seedRoles(store: WorkspaceStore): void {
  for (const role of structuredClone(BUILT_IN_ROLES)) {
    store.roles.put({ _id: role.name, ...role });
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
  store.roles.put({
    _id: 'helpdesk',
    name: 'helpdesk',
    description: 'Logs people out everywhere',
    permissions: ['logout-other-user'],
  });

  // The secret of `admin` is fixed, so that an authenticator app has to learn it only once.
  person(store, { username: 'admin', name: 'Ada Admin', roles: ['admin', 'user'], totpSecret: 'JBSWY3DPEHPK3PXP' });
  person(store, { username: 'olivia', name: 'Olivia Officer', roles: ['user', officer._id], email2fa: true });
  person(store, { username: 'pat', name: 'Pat Password', roles: ['admin', 'user'] });
  person(store, { username: 'sso', name: 'Sam Single Sign-On', roles: ['admin', 'user'], passwordHash: undefined });
  person(store, { username: 'max', name: 'Max Support', roles: ['user', 'support'] });
  const alice = person(store, { username: 'alice', name: 'Alice Example' });
  const bob = person(store, { username: 'bob', name: 'Bob Example' });
  ALICE.forEach((login) => openLogin(store, alice, login));
  BOB.forEach((login) => openLogin(store, bob, login));

  const everybody = store.users.all().map(({ _id }) => _id);
  store.rooms.put({ _id: 'GENERAL', name: 'general', type: 'c', memberIds: everybody });
  const officers = store.users.all().filter(({ roles }) => roles.includes(officer._id) || roles.includes('admin'));
  store.rooms.put({ _id: randomId(), name: 'security', type: 'p', memberIds: officers.map(({ _id }) => _id) });
}

/** An account that is old enough not to be exempt from the second factor as a new one. */
function person(store: WorkspaceStore, given: NewUser): WorkspaceUser {
  return store.users.create({
    passwordHash: hashPassword(seedPassword(given.username)),
    emails: [{ address: `${given.username}@example.com`, verified: true }],
    createdAt: store.now() - 400 * DAY,
    ...given,
  });
}
