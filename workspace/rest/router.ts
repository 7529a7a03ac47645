import { Router, type Request, type Response } from 'express';
import type { AppHostPort } from '../ports';
import type { WorkspaceStore } from '../store';
import { methodNotAllowed, type ApiAnswer } from './answers';
import { answerCall } from './pipeline';
import { RateLimiter } from './rateLimiter';
import type { Route } from './route';
import { commandsRun } from './routes/commandsRun';
import { licensesInfo } from './routes/licensesInfo';
import { licensesIsEnterprise } from './routes/licensesIsEnterprise';
import { login } from './routes/login';
import { logout } from './routes/logout';
import { me } from './routes/me';
import { oauthAppsDelete } from './routes/oauthAppsDelete';
import { roomsGet } from './routes/roomsGet';
import { sessionsInfoAdmin } from './routes/sessionsInfoAdmin';
import { sessionsList, sessionsListAll } from './routes/sessionsList';
import { sessionsLogout } from './routes/sessionsLogout';
import { settingsPublic } from './routes/settingsPublic';
import { usersAutocomplete } from './routes/usersAutocomplete';
import { usersDelete } from './routes/usersDelete';
import { usersInfo } from './routes/usersInfo';
import { usersLogout } from './routes/usersLogout';
import { usersGeneratePersonalAccessToken, usersGetPersonalAccessTokens } from './routes/usersPersonalAccessTokens';
import { usersRemovePersonalAccessToken } from './routes/usersRemovePersonalAccessToken';
import { usersSendEmailCode } from './routes/usersSendEmailCode';
import { usersSetActiveStatus } from './routes/usersSetActiveStatus';

/** Everything under `/api/v1`. Bodies must have been parsed already. */
export function restRouter(store: WorkspaceStore, host?: AppHostPort): Router {
  const limiter = new RateLimiter(store);
  const routes: Route[] = [
    commandsRun(host),
    licensesInfo,
    licensesIsEnterprise,
    login,
    logout,
    me,
    oauthAppsDelete,
    roomsGet,
    sessionsInfoAdmin,
    sessionsList,
    sessionsListAll,
    sessionsLogout,
    settingsPublic,
    usersAutocomplete,
    usersDelete,
    usersGeneratePersonalAccessToken,
    usersGetPersonalAccessTokens,
    usersInfo,
    usersLogout,
    usersRemovePersonalAccessToken,
    usersSendEmailCode,
    usersSetActiveStatus,
  ];
  const router = Router({ caseSensitive: true, strict: true });
  for (const route of routes) {
    router.all(`/${route.path}`, (request, response, next) => {
      if (route.versions?.includes(store.version) === false) {
        next();
        return;
      }
      if (request.method !== route.method) {
        send(response, methodNotAllowed([route.method]));
        return;
      }
      answerCall(store, limiter, route, request).then((answer) => send(response, answer), next);
    });
  }
  // A real workspace sends the page of its web client here. For a caller it is enough to see that there is no route.
  router.use((_request: Request, response: Response) => {
    send(response, { status: 404, body: { status: 'error', message: 'API endpoint does not exist' } });
  });
  return router;
}

function send(response: Response, { status, body, headers = {} }: ApiAnswer): void {
  response.status(status).set(headers).json(body);
}
