import { randomUUID } from 'crypto';
import { promises as fs } from 'fs';
import type { AppHost } from './engine/host';
import { AppLifecycle } from './engine/lifecycle';
import type { HostedEngine } from './engine/engines';
import type { Progress } from './engine/prepare/folder';
import { AppsState } from './engine/state';
import type { WorkspaceUser } from './model';
import { WorkspaceNode } from './node';
import { seed } from './seed';
import { seedMany } from './seedMany';
import { WorkspaceStore } from './store';
import { PageState, type WorkspacePage, workspacePage } from './web/server/router';

export interface BootOptions {
  engine: HostedEngine;
  /** Path of the packaged app to install; undefined: none. */
  zip?: string;
  /** 0: any free one. A second server takes the next one. */
  port: number;
  /** How many servers share the store, each with an engine of its own. */
  nodes?: number;
  /** How many session documents to add to those of the few people that every workspace has. */
  sessions?: number;
  progress?: Progress;
}

/** A running embedded workspace. */
export class Workspace {
  readonly store = new WorkspaceStore();
  private readonly apps = new AppsState(this.store);
  private readonly page = new PageState(this.store);
  private readonly nodes: WorkspaceNode[] = [];
  private lifecycle: AppLifecycle | undefined;

  /** Addresses of the servers; the first one is the `Site_Url`. */
  get urls(): string[] {
    return this.nodes.map(({ url }) => url);
  }

  /**
   * Starts a workspace on 127.0.0.1: engine, servers, seeded data, installed app.
   * When it throws, nothing is left running.
   */
  static async boot(options: BootOptions): Promise<Workspace> {
    const workspace = new Workspace();
    await workspace.start(options);
    return workspace;
  }

  async start(options: BootOptions): Promise<void> {
    const { engine, zip, port, nodes = 1, sessions = 0, progress = () => undefined } = options;
    try {
      this.store.version = engine.server;
      const leader = await this.startNode(engine, port, progress);
      this.store.settings.set('Site_Url', leader.url);
      this.store.settings.set('uniqueID', randomUUID());
      seed(this.store);
      if (sessions > 0) {
        progress(`making ${sessions} sessions`);
        await seedMany(this.store, sessions);
      }
      const content = zip === undefined ? undefined : await fs.readFile(zip);
      this.lifecycle = new AppLifecycle(this.apps, leader, content, () => this.admin());
      await leader.host.start();
      if (content !== undefined) {
        progress('installing the app');
        await this.lifecycle.install();
      }
      for (let node = 1; node < nodes; node += 1) {
        const follower = await this.startNode(engine, port === 0 ? 0 : port + node, progress);
        await follower.host.start();
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
    await Promise.all(this.nodes.map((node) => node.close()));
  }

  private async startNode(engine: HostedEngine, port: number, progress: Progress): Promise<WorkspaceNode> {
    const { apps } = this;
    const page = (host: AppHost): WorkspacePage => workspacePage(this.page, host);
    const node = new WorkspaceNode({ engine, port, apps, page, lifecycle: () => this.lifecycle, progress });
    this.nodes.push(node);
    await node.start();
    return node;
  }

  private admin(): WorkspaceUser {
    const admin = this.store.users.byUsername('admin');
    if (admin === undefined) {
      throw new Error('The workspace has no user "admin".');
    }
    return admin;
  }
}
