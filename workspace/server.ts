import express, { type ErrorRequestHandler, type Express, type Request, type Response, type Router } from 'express';
import { createServer, type RequestListener, STATUS_CODES, type Server } from 'http';
import type { AddressInfo } from 'net';
import { faultInjection } from './dev/faults';
import { requestBodyLog, requestLog } from './dev/requestLog';
import { devRouter } from './dev/router';
import { oauthRouter } from './oauth/router';
import type { AppHostPort } from './ports';
import { info } from './rest/info';
import { restRouter } from './rest/router';
import type { WorkspaceStore } from './store';
import type { WorkspacePage } from './web/server/router';

export interface WorkspaceServerOptions {
  store: WorkspaceStore;
  /** Hosts the apps; without one, nothing answers under `/api/apps`. */
  appHost?: AppHostPort;
  /** What admins do with apps, under `/api/apps`. */
  management?: Router;
  /** The front page, at `/`. */
  page?: WorkspacePage;
}

/** The limit of a real workspace (`apps/meteor/app/api/server/api.ts`). */
const BODY_LIMIT = '50mb';

/**
 * One node of the embedded workspace as an Express app. Several nodes may share a store; each counts calls for itself.
 * The state at this moment is what `POST /_dev/reset` goes back to, unless `store.markBooted()` is called later.
 */
export function createWorkspaceServer({ store, appHost, management, page }: WorkspaceServerOptions): Express {
  if (!store.isBooted) {
    store.markBooted();
  }
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use('/_dev', devRouter(store, appHost));
  if (page !== undefined) {
    app.use(page.router);
  }
  app.use('/api/v1', requestLog(store));
  app.use(express.json({ limit: BODY_LIMIT }), express.urlencoded({ extended: true, limit: BODY_LIMIT }));
  app.use('/api/v1', requestBodyLog);
  app.use(faultInjection(store));
  app.get('/api/info', info(store, appHost?.engineVersion));
  if (page !== undefined) {
    app.use(page.breakages);
  }
  app.use('/api/v1', restRouter(store, appHost));
  app.use('/oauth', oauthRouter(store));
  if (appHost !== undefined) {
    app.use('/api/apps', appHost.router);
  }
  if (management !== undefined) {
    app.use('/api/apps', management);
  }
  app.use((_request: Request, response: Response) => void response.sendStatus(404));
  app.use(errorPage);
  return app;
}

/** Starts listening on 127.0.0.1, and nowhere else. @param port 0: any free one */
export function listen(answer: RequestListener, port: number): Promise<{ server: Server; url: string }> {
  return new Promise((resolve, reject) => {
    const server = createServer(answer).listen(port, '127.0.0.1', () => {
      // Longer than clients keep an idle connection: none must find it closed just when it sends its next request.
      server.keepAliveTimeout = 60_000;
      resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    });
    server.once('error', reject);
  });
}

/** Express's own page for a request it could not read: HTML, also for a JSON API. */
const errorPage: ErrorRequestHandler = (error: Error & { status?: number }, _request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const status = error.status ?? 500;
  if (status >= 500) {
    console.error(error);
  }
  const text = STATUS_CODES[status] ?? 'Error';
  response
    .status(status)
    .type('html')
    .send(
      `<!DOCTYPE html>\n<html lang="en">\n<head><title>Error</title></head>\n<body><pre>${text}</pre></body>\n</html>`,
    );
};
