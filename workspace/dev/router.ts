import express, { Router, type ErrorRequestHandler, type Request, type Response } from 'express';
import { AppSettingRefused, type AppHostPort } from '../ports';
import type { WorkspaceStore } from '../store';
import { BadDevRequest, readFault, readOAuthAppChange } from './bodies';
import { engineRoutes } from './engineRoutes';
import { peopleRoutes } from './people';
import { NotThere, userNamed, type DevRoutes } from './route';
import { allSettings, changeSettings } from './settings';
import { secondFactorOf, state } from './views';

/** `/_dev/*`: everything a person or a test needs to see or to break. A real workspace has nothing like it. */
export function devRouter(store: WorkspaceStore, host?: AppHostPort): Router {
  const routes: DevRoutes = {
    'GET /state': [
      'users, sessions, roles, rooms, settings, app settings, OAuth clients, faults',
      () => state(store, host),
    ],
    'GET /code/:username': [
      "that user's second factor right now",
      (req) => secondFactorOf(store, userNamed(store, req.params.username)),
    ],
    'GET /requests': ['every /api/v1 request received (the last 10,000)', () => store.requests.all()],
    'GET /messages/:username': ['what was delivered to that user', (req) => deliveriesTo(req.params.username)],
    'GET /dropped': ['what a client would have ignored', () => store.dropped.all()],
    'GET /persistence': ['everything the app stored', () => host?.persistence() ?? []],
    'GET /app-logs': ['everything the app logged', () => host?.logs() ?? []],
    ...peopleRoutes(store),
    'POST /settings': [
      '{<setting ID>: value…, licence?: true | gone | never | other, version?: 6.5 | 7.0 | late, release?}',
      (req) => setSettings(req.body),
    ],
    'POST /app-settings': ['{<setting ID>: value…}', (req) => setAppSettings(req.body)],
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

  const deliveriesTo = (username: string) => {
    const { _id } = userNamed(store, username);
    return store.deliveries.all().filter(({ userId }) => userId === _id);
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

  return routerOf(routes);
}

function routerOf(routes: DevRoutes): Router {
  const router = Router();
  router.use(express.json({ limit: '50mb', strict: false }));
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
