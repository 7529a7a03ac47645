import type { Device, DeviceSession, WorkspaceUser } from '../model';
import type { WorkspaceStore } from '../store';
import { hashLoginToken, randomId } from './ids';

/** A device of each kind, as a 6.5.3 server describes it (`apps/meteor/app/statistics/server/lib/SAUMonitor.ts`). */
export const DEVICES = {
  browser: device('browser', 'Chrome', '120.0.6099.225', 'Mac OS', '10.15.7'),
  /** The browser of a phone. */
  mobile: device('mobile', 'Mobile Safari', '17.2', 'iOS', '17.2.1'),
  'mobile-app': device('mobile-app', 'RC Mobile', '4.44.0 3210', 'ios', '17.1'),
  'desktop-app': device('desktop-app', 'Rocket.Chat', '3.9.10', 'Windows', '10'),
  /** A client with a User-Agent that the server does not know. */
  other: device('other', '', '', '', ''),
  /** A client that sent no User-Agent. */
  none: null,
} satisfies Record<string, Device | null>;

export type DeviceKind = keyof typeof DEVICES;

/** A login of a device, and the sockets it opened with its token. */
export interface NewLogin {
  device?: Device | null;
  ip?: string | null;
  /** How many tabs the browser has open: each has a session document of its own. */
  tabs?: number;
  /** How long ago the last tab was opened, in milliseconds. */
  ago?: number;
  /** The login token was made as a personal access token. */
  personalAccessToken?: boolean;
  /** False for a login by password over the socket: its document knows no login token until the client resumes. */
  resumed?: boolean;
}

export interface OpenedSocket {
  sessionId: string;
  authToken: string;
}

/**
 * Logs a user in with a fresh token, which is valid until one of its sessions is ended.
 * @returns one entry for each tab, the oldest first; they all have the same token
 */
export function openLogin(store: WorkspaceStore, user: WorkspaceUser, login: NewLogin = {}): OpenedSocket[] {
  const { device: used = DEVICES.browser, ip = '203.0.113.24', tabs = 1, ago = 0 } = login;
  const kind = { type: 'personalAccessToken', name: randomId() } as const;
  const authToken = store.users.issueToken(user._id, login.personalAccessToken ? kind : {});
  return Array.from({ length: tabs }, (_, tab) => {
    const sessionId = randomId();
    const document: DeviceSession = {
      sessionId,
      userId: user._id,
      loginToken: login.resumed === false ? '' : hashLoginToken(authToken),
      device: structuredClone(used),
      host: new URL(store.settings.get('Site_Url')).host,
      ip,
      loginAt: store.now() - ago - (tabs - 1 - tab),
    };
    store.sessions.put(document);
    return { sessionId, authToken };
  });
}

export function device(type: string, name: string, longVersion: string, os: string, osVersion: string): Device {
  const [version] = longVersion.split(' ');
  const short = version.split('.').slice(0, 3).join('.');
  return { type, name, longVersion, version: short, os: { name: os, version: osVersion } };
}
