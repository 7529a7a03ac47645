import type { Faker } from '@faker-js/faker';
import { createHash } from 'crypto';
import type { Device, DeviceSession, LoginToken, WorkspaceUser } from './model';
import { hashPassword } from './seed';
import { device } from './state/devices';
import type { WorkspaceStore } from './store';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
/** Rows stay listed for 45 days. */
const OLDEST = 45 * DAY;
/** Always the same people, devices, addresses and IDs; times are as long ago as ever. */
const SEED = 20_240_506;
const SESSIONS_PER_PERSON = 8;
/** The password of everybody made here: hashing one for each of them would take minutes. */
export const MANY_PASSWORD = 'many-password';

type MakeDevice = (faker: Faker) => Device | null;
/** Every kind of client that a server tells apart (`apps/meteor/app/statistics/server/lib/SAUMonitor.ts`), by weight. */
const CLIENTS: ReadonlyArray<{ weight: number; value: MakeDevice }> = [
  { weight: 50, value: (faker) => browser(faker) },
  { weight: 14, value: (faker) => device('desktop-app', 'Rocket.Chat', `3.9.${digit(faker)}`, ...desktop(faker)) },
  { weight: 16, value: (faker) => mobileApp(faker) },
  { weight: 6, value: (faker) => device('mobile', 'Mobile Safari', `17.${digit(faker)}`, 'iOS', `17.${digit(faker)}`) },
  { weight: 4, value: (faker) => device('tablet', 'Chrome', `12${digit(faker)}.0.0`, 'Android', '13') },
  { weight: 5, value: () => device('other', '', '', '', '') },
  { weight: 5, value: () => null },
];

/**
 * A workspace with this many session documents more, the same every time: many people, browsers with many tabs, closed
 * sockets, leftovers of tokens that are gone, personal access tokens, missing devices and addresses, people who were
 * deactivated or deleted, and sessions that were ended.
 */
export async function seedMany(store: WorkspaceStore, sessions: number): Promise<void> {
  // Loaded here alone: it takes a while, and nothing else needs it.
  const { faker } = await import('@faker-js/faker/locale/en');
  faker.seed(SEED);
  const passwordHash = hashPassword(MANY_PASSWORD);
  const now = store.now();
  let made = 0;
  for (let number = 1; made < sessions; number += 1) {
    const user = addPerson(store, faker, number, passwordHash);
    const most = Math.min(sessions - made, faker.number.int({ min: 1, max: 2 * SESSIONS_PER_PERSON - 1 }));
    for (let own = 0; own < most; ) {
      own += addLogin(store, faker, user, now, most - own);
    }
    made += most;
    // After their logins: the documents of people who are gone stay listed.
    retire(store, faker, user);
  }
}

function addPerson(store: WorkspaceStore, faker: Faker, number: number, passwordHash: string): WorkspaceUser {
  const [first, last] = [faker.person.firstName(), faker.person.lastName()];
  const username = `${first}.${last}.${number}`.toLowerCase().replace(/[^a-z0-9.]/g, '');
  return store.users.create({
    _id: idOf(faker),
    username,
    name: faker.datatype.boolean(0.95) ? `${first} ${last}` : undefined,
    nickname: faker.datatype.boolean(0.1) ? faker.word.noun() : undefined,
    emails: [{ address: `${username}@example.com`, verified: true }],
    createdAt: store.now() - 400 * DAY,
    passwordHash,
  });
}

/** @returns how many documents it made: one for each tab */
function addLogin(store: WorkspaceStore, faker: Faker, user: WorkspaceUser, now: number, most: number): number {
  const used = faker.helpers.weightedArrayElement([...CLIENTS])(faker);
  const isBrowser = used?.type === 'browser';
  const tabs = Math.min(most, isBrowser && faker.datatype.boolean(0.2) ? faker.number.int({ min: 2, max: 9 }) : 1);
  const [tokenGone, byToken, ended] = [0.15, 0.04, 0.05].map((share) => faker.datatype.boolean(share));
  const hashedToken = createHash('sha256').update(idOf(faker)).digest('base64');
  const token: LoginToken = { hashedToken, ...(byToken && { type: 'personalAccessToken', name: faker.word.noun() }) };
  const ip = addressOf(faker);
  const loginAt = now - faker.number.int({ min: HOUR, max: OLDEST });
  for (let tab = 0; tab < tabs; tab += 1) {
    const document: DeviceSession = {
      sessionId: idOf(faker),
      userId: user._id,
      loginToken: hashedToken,
      device: structuredClone(used),
      host: new URL(store.settings.get('Site_Url')).host,
      ip,
      loginAt: loginAt + tab,
      ...((tokenGone || faker.datatype.boolean(0.4)) && { closedAt: loginAt + HOUR / 2 }),
      ...(ended && { logoutAt: loginAt + HOUR / 2, logoutBy: user._id }),
    };
    store.sessions.put(document);
  }
  if (!tokenGone && !ended) {
    user.loginTokens.push(token);
    // Again, for the index of tokens.
    store.users.put(user);
  }
  return tabs;
}

function retire(store: WorkspaceStore, faker: Faker, user: WorkspaceUser): void {
  const share = faker.number.float();
  if (share < 0.03) {
    store.logins.deleteUser(user);
  } else if (share < 0.08) {
    store.logins.setActive(user, false);
  }
}

/** As a document's ID is made, from letters and digits that are hard to confuse. */
function idOf(faker: Faker): string {
  return faker.string.fromCharacters('23456789ABCDEFGHJKLMNPQRSTWXYZabcdefghijkmnopqrstuvwxyz', 17);
}

/** None for some; IPv6 for some; the others from a few networks, so that a search by network finds many. */
function addressOf(faker: Faker): string | null {
  const share = faker.number.float();
  if (share < 0.08) {
    return null;
  }
  if (share < 0.2) {
    return `2001:db8:${faker.number.hex(0xffff)}::${faker.number.hex({ min: 1, max: 0xffff })}`;
  }
  const network = faker.helpers.arrayElement(['192.0.2', '198.51.100', '203.0.113', '10.20.30', '172.16.5']);
  return `${network}.${faker.number.int({ min: 1, max: 254 })}`;
}

const digit = (faker: Faker): number => faker.number.int(9);

function browser(faker: Faker): Device {
  const name = faker.helpers.arrayElement(['Chrome', 'Firefox', 'Edge', 'Safari', 'Opera']);
  return device('browser', name, `1${faker.number.int({ min: 10, max: 42 })}.0.${digit(faker)}`, ...desktop(faker));
}

function desktop(faker: Faker): [os: string, version: string] {
  return faker.helpers.arrayElement([
    ['Windows', '10'],
    ['Windows', '7'],
    ['Mac OS', '10.15.7'],
    ['Ubuntu', '22.04'],
    ['Linux', 'x86_64'],
  ]);
}

function mobileApp(faker: Faker): Device {
  const [os, version] = faker.helpers.arrayElement([
    ['ios', '17.2.1'],
    ['android', '14'],
  ] as const);
  return device(
    'mobile-app',
    'RC Mobile',
    `4.${faker.number.int({ min: 40, max: 46 })}.${digit(faker)} 3301`,
    os,
    version,
  );
}
