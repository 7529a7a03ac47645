import express, { type NextFunction, type Request, type RequestHandler, type Response, Router } from 'express';
import type { AppHost } from '../../engine/host';
import type { WorkspaceStore } from '../../store';
import { GENERATIONS } from '../client/generations';
import { BREAKAGES, type Breakage } from '../shared/views';
import { Breakages } from './breakages';
import { bundle } from './bundle';
import { Deliveries } from './deliveries';
import { pageDocument } from './document';
import { sendEvents } from './events';
import { Inboxes } from './inbox';
import { logInTab } from './logIn';
import { peopleView } from './state';

/** By it the consent page knows who is logged in in this browser; web clients of real workspaces set the same one. */
const TOKEN_COOKIE = 'rc_token';

/** What a server of the workspace needs for its front page. */
export interface WorkspacePage {
  /** `/` and `/_page/*`. */
  readonly router: Router;
  /** What people broke on the page. Comes after requests were logged, before they are answered. */
  readonly breakages: RequestHandler;
}

/** What all servers of a workspace share. */
export class PageState {
  readonly breakages: Breakages;
  readonly inboxes: Inboxes;
  readonly deliveries: Deliveries;

  constructor(readonly store: WorkspaceStore) {
    this.breakages = new Breakages(store);
    this.inboxes = new Inboxes(store);
    this.deliveries = new Deliveries(store);
  }
}

/** The chat as people see it, at `/`. Part of the development workspace, never of a real one. */
export function workspacePage(shared: PageState, host: AppHost): WorkspacePage {
  const { store, breakages, inboxes, deliveries } = shared;
  const sources = { store, host, breakages, inboxes, deliveries };
  const router = Router();

  router.get(
    '/',
    run(async (_request, response) => {
      response
        .set('Cache-Control', 'no-store')
        .type('html')
        .send(pageDocument(await bundle()));
    }),
  );
  router.get(
    '/_page/:hash/page.js',
    run(async (_request, response) => sendForGood(response, 'js', (await bundle()).script)),
  );
  router.get(
    '/_page/:hash/page.css',
    run(async (_request, response) => sendForGood(response, 'css', (await bundle()).style)),
  );
  router.get('/_page/people', (_request, response) => void response.json(peopleView(store)));
  router.get(
    '/_page/events',
    run((request, response) => sendEvents(sources, request, response)),
  );
  router.post('/_page/sessions', express.json(), (request, response) => {
    const { username, client } = request.body as { username?: unknown; client?: unknown };
    const user = typeof username === 'string' ? store.users.byUsername(username) : undefined;
    if (user === undefined || user.type !== 'user') {
      response.status(404).json({ error: `no user "${String(username)}"` });
      return;
    }
    // A workspace brings its web client along, so the one chosen last decides what the workspace says it is.
    store.release = GENERATIONS.find(({ id }) => id === client)?.release ?? store.release;
    const ip = request.socket.remoteAddress ?? null;
    response.json(logInTab(store, user, { userAgent: request.get('user-agent'), ip }));
  });
  router.post('/_page/browser', (request, response) => {
    const token = request.get('x-auth-token') ?? '';
    if (store.authenticate(request.headers) === undefined) {
      response.sendStatus(401);
      return;
    }
    // Readable by scripts, so that a tab can take the browser over at the moment a link is followed.
    response.cookie(TOKEN_COOKIE, token, { sameSite: 'lax', path: '/' }).json({ ok: true });
  });
  router.post('/_page/messages', express.json(), (request, response) => {
    const { roomId, text } = request.body as { roomId?: unknown; text?: unknown };
    const user = store.authenticate(request.headers)?.user;
    const room = store.rooms.get(String(roomId));
    if (user === undefined || room === undefined || typeof text !== 'string' || !store.canAccessRoom(user, room)) {
      response.sendStatus(user === undefined ? 401 : 400);
      return;
    }
    host.postMessage(room, user, text);
    response.json({ ok: true });
  });
  router.post('/_page/breakages', express.json(), (request, response) => {
    const { name, on } = request.body as { name?: unknown; on?: unknown };
    if (!BREAKAGES.includes(name as Breakage) || typeof on !== 'boolean') {
      response.status(400).json({ error: `"name" must be one of ${BREAKAGES.join(', ')}, and "on" true or false` });
      return;
    }
    breakages.set(name as Breakage, on);
    response.json(breakages.all());
  });
  return { router, breakages: breakages.limiter };
}

function run(handler: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    handler(request, response).catch(next);
  };
}

/** A browser that has it, compiled even, need not ask again: what changes gets another address. */
function sendForGood(response: Response, type: string, text: string): void {
  response.set('Cache-Control', 'public, max-age=31536000, immutable').type(type).send(text);
}
