import express from 'express';
import type { RequestListener, Server } from 'http';
import { appsRouter } from './apps/router';
import { AppHost } from './engine/host';
import type { AppLifecycle, EngineServer } from './engine/lifecycle';
import { lifecycleRouter } from './engine/lifecycleRouter';
import { type HostedEngine, titleOf } from './engine/engines';
import { loadEngine } from './engine/load';
import type { Progress } from './engine/prepare/folder';
import type { AppsState } from './engine/state';
import { createWorkspaceServer, listen } from './server';
import { attachSockets, type Sockets } from './socket/attach';
import type { WorkspacePage } from './web/server/router';

export interface NodeOptions {
  engine: HostedEngine;
  /** 0: any free one. */
  port: number;
  apps: AppsState;
  /** The front page of a server, for each host it starts. */
  page: (host: AppHost) => WorkspacePage;
  /** Undefined while the workspace boots. */
  lifecycle: () => AppLifecycle | undefined;
  progress: Progress;
}

/** One server of the workspace: an engine of its own and all HTTP routes, on one port of 127.0.0.1. */
export class WorkspaceNode implements EngineServer {
  host!: AppHost;
  url = '';
  private answer!: RequestListener;
  private server: Server | undefined;
  private sockets: Sockets | undefined;

  constructor(private readonly options: NodeOptions) {}

  /** Listens; the engine has loaded no app yet (`host.start`). */
  async start(): Promise<void> {
    await this.build();
    const { server, url } = await listen((request, response) => this.answer(request, response), this.options.port);
    this.server = server;
    this.url = url;
    const { store, messages } = this.options.apps;
    this.sockets = attachSockets(server, { store, messages, host: () => this.host });
  }

  /** May be called at any time, also twice. */
  async close(): Promise<void> {
    this.server?.close();
    this.server?.closeAllConnections();
    await this.sockets?.close();
    await (this.host as AppHost | undefined)?.close();
  }

  /**
   * What a server's process forgets when it is killed is forgotten, what is in the database is not: a new engine starts
   * the installed apps that have the right status there. The port stays open in the meantime.
   */
  private async restart(): Promise<void> {
    this.sockets?.cut();
    await this.host.close();
    await this.build();
    await this.host.start();
  }

  private async build(): Promise<void> {
    const { engine, apps, page, lifecycle, progress } = this.options;
    progress(`starting Apps-Engine ${titleOf(engine)}`);
    this.host = new AppHost(await loadEngine(engine, progress), apps, {
      reset: async () => lifecycle()?.reset(),
      restart: async () => this.restart(),
    });
    const app = express();
    app.disable('x-powered-by');
    app.use('/_dev/app', (request, response, next) => {
      const ready = lifecycle();
      if (ready === undefined) {
        response.status(503).json({ error: 'still booting' });
      } else {
        lifecycleRouter(ready)(request, response, next);
      }
    });
    const management = appsRouter(apps.store, lifecycle);
    app.use(createWorkspaceServer({ store: apps.store, appHost: this.host, page: page(this.host), management }));
    this.answer = app;
  }
}
