import { hashPassword, seedPassword } from '../seed';
import { DEVICES, openLogin, type OpenedSocket } from '../state/devices';
import { hashLoginToken, randomSecret } from '../state/ids';
import type { WorkspaceStore } from '../store';
import {
  BadDevRequest,
  readAccessRequest,
  readSessionRequest,
  readTokenRequest,
  readUserRequest,
  readUserStatusRequest,
} from './bodies';
import { userNamed, type DevRoutes } from './route';

const TOTP_SECRET = 'JBSWY3DPEHPK3PXP';
const HOUR = 60 * 60 * 1000;

/** Accounts, their tokens and their sessions: everything about people that a test has to arrange. */
export function peopleRoutes(store: WorkspaceStore): DevRoutes {
  return {
    'POST /tokens': ['{username, bypassTwoFactor?}: a login token', ({ body }) => issueToken(store, body)],
    'POST /access-tokens': ['{username}: an OAuth2 access token', ({ body }) => grantAccess(store, body)],
    'POST /sessions': [
      '{username, count?, tabs?, device?, ip?, leftover?, personalAccessToken?, resumed?}: logins with their sessions',
      ({ body }) => addSessions(store, body),
    ],
    'POST /users': [
      '{username, name?, nickname?, roles?, totp?, email2fa?, language?}: a new account',
      ({ body }) => addUser(store, body),
    ],
    'POST /user-status': [
      '{username, action: deactivate | activate | delete}: what an admin does to an account',
      ({ body }) => changeStatus(store, body),
    ],
    'GET /sockets/:username': [
      "what that user's sockets were told: to log out, or that they are closed",
      ({ params }) => {
        const { _id } = userNamed(store, params.username);
        return store.sockets.all().filter(({ userId }) => userId === _id);
      },
    ],
  };
}

function issueToken(store: WorkspaceStore, body: unknown) {
  const { username, bypassTwoFactor } = readTokenRequest(body);
  const { _id, active } = userNamed(store, username);
  if (!active) {
    throw new BadDevRequest(`"${username}" is deactivated and cannot log in`);
  }
  const kind = { type: 'personalAccessToken', name: 'development', bypassTwoFactor } as const;
  return { userId: _id, authToken: store.users.issueToken(_id, bypassTwoFactor ? kind : {}) };
}

/** As if that user had consented to some OAuth2 client, and the client had fetched its token. */
function grantAccess(store: WorkspaceStore, body: unknown) {
  const { _id } = userNamed(store, readAccessRequest(body).username);
  const accessToken = randomSecret();
  store.oauth.saveToken({ accessToken, clientId: 'development', userId: _id, expires: store.now() + HOUR });
  return { userId: _id, accessToken };
}

/** @returns one entry for each session document, so `tabs` of them for each login */
function addSessions(store: WorkspaceStore, body: unknown): Array<OpenedSocket & { userId: string }> {
  const { username, count, device, leftover, ...login } = readSessionRequest(body);
  const user = userNamed(store, username);
  const opened = Array.from({ length: count }, () => openLogin(store, user, { ...login, device: DEVICES[device] }));
  const sockets = opened.flat();
  if (leftover === 'closed') {
    sockets.forEach(({ sessionId }) => store.logins.closeSocket(sessionId));
  } else if (leftover === 'logged-out') {
    sockets.forEach(({ authToken }) => store.logins.endToken(user._id, hashLoginToken(authToken)));
  }
  return sockets.map((socket) => ({ userId: user._id, ...socket }));
}

function addUser(store: WorkspaceStore, body: unknown) {
  const { username, name = username, nickname, language, totp, roles, email2fa } = readUserRequest(body);
  if (store.users.byUsername(username) !== undefined) {
    throw new BadDevRequest(`"${username}" exists`);
  }
  const created = store.users.create({
    username,
    name: name ?? undefined,
    nickname: nickname ?? undefined,
    language: language ?? undefined,
    roles,
    email2fa,
    emails: [{ address: `${username}@example.com`, verified: true }],
    passwordHash: hashPassword(seedPassword(username)),
    ...(totp && { totpSecret: TOTP_SECRET }),
  });
  return { userId: created._id };
}

function changeStatus(store: WorkspaceStore, body: unknown) {
  const { username, action } = readUserStatusRequest(body);
  const user = userNamed(store, username);
  if (action === 'delete') {
    store.logins.deleteUser(user);
  } else {
    store.logins.setActive(user, action === 'activate');
  }
  return { userId: user._id };
}
