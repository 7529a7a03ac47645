import express from 'express';
import { promises as fs } from 'fs';
import type { Server } from 'http';
import { AppHost } from './engine/host';
import { type EngineGeneration, loadEngine } from './engine/load';
import type { Progress } from './engine/prepare/folder';
import { AppLifecycle } from './engine/lifecycle';
import { lifecycleRouter } from './engine/lifecycleRouter';
import { AppsState } from './engine/state';
import type { WorkspaceUser } from './model';
import { seed } from './seed';
import { createWorkspaceServer, listen } from './server';
import { WorkspaceStore } from './store';
import { PageState, workspacePage } from './web/server/router';

export interface BootOptions {
  generation: EngineGeneration;
  /** Path of the packaged app to install. */
  zip: string;
  /** 0: any free one. A second server takes the next one. */
  port: number;
  /** How many servers share the store, each with an engine of its own. */
  nodes?: number;
  progress?: Progress;
}

/** A running embedded workspace. */
export class Workspace {
  readonly store = new WorkspaceStore();
  /** Addresses of the servers; the first one is the `Site_Url`. */
  readonly urls: string[] = [];
  private readonly apps = new AppsState(this.store);
  private readonly page = new PageState(this.store);
  private readonly hosts: AppHost[] = [];
  private readonly servers: Server[] = [];
  private lifecycle: AppLifecycle | undefined;

  /**
   * Starts a workspace on 127.0.0.1: engine, servers, seeded data, installed app.
   * When it throws, nothing is left running.
   */
  static async boot(options: BootOptions): Promise<Workspace> {
    const workspace = new Workspace();
    await workspace.start(options);
    return workspace;
  }

  async start({ generation, zip, port, nodes = 1, progress = () => undefined }: BootOptions): Promise<void> {
    try {
      this.store.version = generation === 'vm' ? '6.5' : 'late';
      const leader = await this.startNode(generation, port, progress);
      this.store.settings.set('Site_Url', this.urls[0]);
      seed(this.store);
      progress('installing the app');
      this.lifecycle = new AppLifecycle(this.apps, leader, await fs.readFile(zip), () => this.admin());
      await leader.start();
      await this.lifecycle.install();
      for (let node = 1; node < nodes; node += 1) {
        const follower = await this.startNode(generation, port === 0 ? 0 : port + node, progress);
        await follower.start();
        this.lifecycle.addFollower(follower);
      }
      this.store.markBooted();
    } catch (error) {
      await this.close();
      throw error;
    }
  }

  /** Ends the servers and the engines, with every process they started. May be called at any time, also twice. */
  async close(): Promise<void> {
    for (const server of this.servers) {
      server.close();
      server.closeAllConnections();
    }
    await Promise.all(this.hosts.map((host) => host.close()));
  }

  private async startNode(generation: EngineGeneration, port: number, progress: Progress): Promise<AppHost> {
    progress(`starting Apps-Engine ${generation === 'vm' ? '1.42 (VM)' : '1.59 (Deno)'}`);
    const engine = await loadEngine(generation, progress);
    const host = new AppHost(engine, this.apps, async () => this.lifecycle?.reset());
    this.hosts.push(host);

    const app = express();
    app.disable('x-powered-by');
    app.use('/_dev/app', (request, response, next) => {
      if (this.lifecycle === undefined) {
        response.status(503).json({ error: 'still booting' });
      } else {
        lifecycleRouter(this.lifecycle)(request, response, next);
      }
    });
    app.use(createWorkspaceServer({ store: this.store, appHost: host, page: workspacePage(this.page, host) }));
    const { server, url } = await listen(app, port);
    this.servers.push(server);
    this.urls.push(url);
    return host;
  }

  private admin(): WorkspaceUser {
    const admin = this.store.users.byUsername('admin');
    if (admin === undefined) {
      throw new Error('The workspace has no user "admin".');
    }
    return admin;
  }
}
