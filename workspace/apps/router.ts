import { Router } from 'express';
import type { AppLifecycle } from '../engine/lifecycle';
import { answerCall } from '../rest/pipeline';
import { RateLimiter } from '../rest/rateLimiter';
import type { WorkspaceStore } from '../store';
import { managementRoutes } from './routes';

/** Everything under `/api/apps` that is about apps, and not for one. @param lifecycle undefined while booting */
export function appsRouter(store: WorkspaceStore, lifecycle: () => AppLifecycle | undefined): Router {
  const router = Router();
  let routes: Router | undefined;
  router.use((request, response, next) => {
    const ready = lifecycle();
    if (ready === undefined) {
      next();
    } else {
      routes ??= routerOf(store, ready);
      routes(request, response, next);
    }
  });
  return router;
}

function routerOf(store: WorkspaceStore, lifecycle: AppLifecycle): Router {
  const limiter = new RateLimiter(store);
  const router = Router();
  for (const route of managementRoutes(lifecycle)) {
    const add = { GET: router.get, POST: router.post, DELETE: router.delete }[route.method].bind(router);
    add(`/${route.path}`, (request, response, next) => {
      answerCall(store, limiter, route, request).then(({ status, body, headers = {} }) => {
        response.status(status).set(headers).json(body);
      }, next);
    });
  }
  return router;
}
