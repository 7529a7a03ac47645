import { Router, type Request, type Response } from 'express';
import type { AppHostPort } from '../ports';
import type { WorkspaceStore } from '../store';
import { methodNotAllowed, type ApiAnswer } from './answers';
import { answerCall } from './pipeline';
import { RateLimiter } from './rateLimiter';
import type { Route } from './route';
import { commandsRun } from './routes/commandsRun';
import { login } from './routes/login';
import { me } from './routes/me';
import { sessionsInfoAdmin } from './routes/sessionsInfoAdmin';
import { sessionsList, sessionsListAll } from './routes/sessionsList';
import { sessionsLogout } from './routes/sessionsLogout';
import { usersLogout } from './routes/usersLogout';
import { usersSendEmailCode } from './routes/usersSendEmailCode';

/** Everything under `/api/v1`. Bodies must have been parsed. */
export function restRouter(store: WorkspaceStore, host?: AppHostPort): Router {
  const limiter = new RateLimiter(store);
  const routes: Route[] = [
    login,
    me,
    sessionsLogout,
    sessionsList,
    sessionsListAll,
    sessionsInfoAdmin,
    usersLogout,
    usersSendEmailCode,
    commandsRun(host),
  ];
  const router = Router({ caseSensitive: true, strict: true });
  for (const route of routes) {
    router.all(`/${route.path}`, (request, response, next) => {
      if (request.method !== route.method) {
        send(response, methodNotAllowed([route.method]));
        return;
      }
      answerCall(store, limiter, route, request).then((answer) => send(response, answer), next);
    });
  }
  // A real workspace shows the page of its web client here; that a caller can tell the route is missing is enough.
  router.use((_request: Request, response: Response) => {
    send(response, { status: 404, body: { status: 'error', message: 'API endpoint does not exist' } });
  });
  return router;
}

function send(response: Response, { status, body, headers = {} }: ApiAnswer): void {
  response.status(status).set(headers).json(body);
}
