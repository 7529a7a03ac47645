import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { AppLifecycle, LifecycleAction } from './lifecycle';

const ACTIONS: readonly LifecycleAction[] = ['install', 'update', 'enable', 'disable', 'uninstall'];

/** `/_dev/app`: whether the app is installed and runs, and what an admin can do to it: `POST {action}`. */
export function lifecycleRouter(lifecycle: AppLifecycle): Router {
  const router = Router();
  router.get('/', (_request: Request, response: Response, next: NextFunction) => {
    lifecycle.status().then((status) => response.json(status), next);
  });
  router.post('/', express.json(), (request: Request, response: Response, next: NextFunction) => {
    const action = ACTIONS.find((known) => known === (request.body as { action?: unknown }).action);
    if (action === undefined) {
      response.status(400).json({ error: `"action" must be one of ${ACTIONS.join(', ')}` });
      return;
    }
    lifecycle
      .run(action)
      .catch((error: Error) => response.status(400).json({ error: error.message }))
      .then(async () => response.headersSent || response.json(await lifecycle.status()))
      .catch(next);
  });
  return router;
}
