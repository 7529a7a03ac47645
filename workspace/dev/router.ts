import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { AppSettingRefused, type AppHostPort } from '../ports';
import { addBrowserSession, hashPassword, seedPassword } from '../seed';
import type { WorkspaceStore } from '../store';
import { randomSecret } from '../state/ids';
import type { WorkspaceUser } from '../model';
import {
  BadDevRequest,
  readAccessRequest,
  readFault,
  readOAuthAppChange,
  readSessionRequest,
  readTokenRequest,
  readUserRequest,
} from './bodies';
import { engineRoutes } from './engineRoutes';
import { changeSettings, allSettings } from './settings';
import { secondFactorOf, state } from './views';

type Answer = (request: Request) => unknown;
class NotThere extends Error {}

/** `/_dev/*`: everything a person or a test needs to see or break. Never part of a real workspace. */
export function devRouter(store: WorkspaceStore, host?: AppHostPort): Router {
  const routes: Record<string, [description: string, answer: Answer]> = {
    'GET /state': [
      'users, sessions, roles, rooms, settings, app settings, OAuth clients, faults',
      () => state(store, host),
    ],
    'GET /code/:username': [
      "that user's second factor right now",
      (req) => secondFactorOf(store, user(req.params.username)),
    ],
    'GET /requests': ['every /api/v1 request received (the last 10,000)', () => store.requests.all()],
    'GET /messages/:username': ['what was delivered to that user', (req) => deliveries(user(req.params.username))],
    'GET /dropped': ['what a client would have ignored', () => store.dropped.all()],
    'GET /persistence': ['everything the app stored', () => host?.persistence() ?? []],
    'GET /app-logs': ['everything the app logged', () => host?.logs() ?? []],
    'POST /tokens': ['{username, bypassTwoFactor?}: a login token', (req) => issueToken(req.body)],
    'POST /access-tokens': ['{username}: an OAuth2 access token', (req) => grantAccess(req.body)],
    'POST /sessions': ['{username, count?}: sessions with live tokens', (req) => addSessions(req.body)],
    'POST /users': ['{username, roles?, totp?, email2fa?, language?}: a new account', (req) => addUser(req.body)],
    'POST /settings': ['{<setting id>: value…, licence?, version?}', (req) => setSettings(req.body)],
    'POST /app-settings': ['{<setting id>: value…}', (req) => setAppSettings(req.body)],
    'POST /oauth-apps': [
      '{clientId, action: delete | disable | enable}: what an admin does to an OAuth client',
      (req) => changeOAuthApp(req.body),
    ],
    'POST /faults': [
      '{path, kind, status?, ms?, times?, skip?, when?}',
      (req) => store.faults.arm(readFault(req.body)),
    ],
    ...engineRoutes(store, host),
    'POST /reset': ['back to the state right after boot', () => reset()],
  };

  const user = (username: string): WorkspaceUser => {
    const found = store.users.byUsername(username);
    if (found === undefined) {
      throw new NotThere(`no user "${username}"`);
    }
    return found;
  };
  const deliveries = ({ _id }: WorkspaceUser) => store.deliveries.all().filter(({ userId }) => userId === _id);
  const issueToken = (body: unknown) => {
    const { username, bypassTwoFactor } = readTokenRequest(body);
    const { _id } = user(username);
    const kind = { type: 'personalAccessToken', name: 'development', bypassTwoFactor } as const;
    return { userId: _id, authToken: store.users.issueToken(_id, bypassTwoFactor ? kind : {}) };
  };
  /** As if that user had consented to some OAuth2 client and the client had fetched its token. */
  const grantAccess = (body: unknown) => {
    const { _id } = user(readAccessRequest(body).username);
    const accessToken = randomSecret();
    store.oauth.saveToken({ accessToken, clientId: 'development', userId: _id, expires: store.now() + 60 * 60 * 1000 });
    return { userId: _id, accessToken };
  };
  const addSessions = (body: unknown) => {
    const { username, count } = readSessionRequest(body);
    const owner = user(username);
    return Array.from({ length: count }, () => ({ userId: owner._id, ...addBrowserSession(store, owner) }));
  };
  const addUser = (body: unknown) => {
    const { username, roles, totp, email2fa, language } = readUserRequest(body);
    if (store.users.byUsername(username) !== undefined) {
      throw new BadDevRequest(`"${username}" exists`);
    }
    const created = store.users.create({
      username,
      roles,
      email2fa,
      emails: [{ address: `${username}@example.com`, verified: true }],
      passwordHash: hashPassword(seedPassword(username)),
      ...(totp && { totpSecret: 'JBSWY3DPEHPK3PXP' }),
      ...(language !== undefined && { language }),
    });
    return { userId: created._id };
  };
  const changeOAuthApp = (body: unknown) => {
    const { clientId, action } = readOAuthAppChange(body);
    const client = store.oauth.appByClientId(clientId);
    if (client === undefined) {
      throw new NotThere(`no OAuth client "${clientId}"`);
    }
    if (action === 'delete') {
      store.oauth.removeApp(client._id);
    } else {
      store.oauth.updateApp(client._id, { active: action === 'enable' });
    }
    return state(store, host);
  };
  const setSettings = (body: unknown) => {
    changeSettings(store, body);
    return allSettings(store);
  };
  const setAppSettings = async (body: unknown) => {
    if (host === undefined || typeof body !== 'object' || body === null || Array.isArray(body)) {
      throw new BadDevRequest(host === undefined ? 'no app is hosted' : 'must be an object of settings');
    }
    await host.setAppSettings(body as Record<string, unknown>);
    return host.appSettings();
  };
  const reset = async () => {
    store.reset();
    await host?.reset();
  };

  const router = Router();
  router.use(express.json({ limit: '1mb', strict: false }));
  for (const [route, [, answer]] of Object.entries(routes)) {
    const [method, path] = route.split(' ');
    router[method === 'GET' ? 'get' : 'post'](path, (request, response, next) => {
      Promise.resolve()
        .then(() => answer(request))
        .then((body) => response.json(body ?? { ok: true }), next);
    });
  }
  const list = Object.entries(routes).map(([route, [description]]) => [route.replace(' ', ' /_dev'), description]);
  router.get('/', (_request, response) => void response.json(Object.fromEntries(list)));
  router.use((request: Request, response: Response) => {
    response.status(404).json({ error: `no ${request.method} ${request.originalUrl}; GET /_dev/ lists the routes` });
  });
  router.use(errors);
  return router;
}

const errors: ErrorRequestHandler = (error: Error & { status?: number }, _request, response, next) => {
  if (error instanceof NotThere) {
    response.status(404).json({ error: error.message });
  } else if (error instanceof BadDevRequest || error instanceof AppSettingRefused || error.status === 400) {
    response.status(400).json({ error: error.message });
  } else {
    next(error);
  }
};
