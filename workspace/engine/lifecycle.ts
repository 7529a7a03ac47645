import { AppStatus, AppStatusUtils } from '@rocket.chat/apps-engine/definition/AppStatus';
import type { AppFabricationFulfillment } from '@rocket.chat/apps-engine/server/compiler';
import type { ILoggerStorageEntry } from '@rocket.chat/apps-engine/server/logging';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import type { WorkspaceUser } from '../model';
import { toEngineUser } from './convert';
import { toDocument } from './document';
import type { AppHost } from './host';
import type { Job } from './jobs/jobStore';
import type { StoredDocument } from './persistence';
import type { AppsState } from './state';

/** Thrown when the engine refuses the app or does not enable it. */
export class AppNotRunning extends Error {
  constructor(reason: string) {
    super(`The app is not running: ${reason}`);
    this.name = 'AppNotRunning';
  }
}

/** A server of the workspace; when it is started anew it has another host. */
export interface EngineServer {
  readonly host: AppHost;
}

/** What somebody agreed to: undefined lets the app do what every app may. */
export type Permissions = IAppStorageItem['permissionsGranted'];

/** What an admin can do to an installed app. */
export type LifecycleAction = 'install' | 'update' | 'enable' | 'disable' | 'uninstall';

/**
 * Installs the app and does what an admin can do to it: on one server, as the admin does, and then on the others of the
 * cluster, as they do when they hear of it (Rocket.Chat `apps/meteor/ee/server/apps/communication/websockets.ts`).
 */
export class AppLifecycle {
  private readonly followingServers: EngineServer[] = [];
  private afterInstall:
    | {
        record: IAppStorageItem;
        settings: IAppStorageItem['settings'];
        persistence: StoredDocument[];
        appUsers: Array<[string, string]>;
        jobs: Job[];
      }
    | undefined;

  /**
   * @param leadingServer the one the admin is connected to
   * @param zip the package to install and to update to; undefined: none, until somebody uploads one
   * @param admin who installs it
   */
  constructor(
    private readonly state: AppsState,
    private readonly leadingServer: EngineServer,
    private readonly zip: Buffer | undefined,
    private readonly admin: () => WorkspaceUser,
  ) {}

  /** A further server; it has started with what was installed. */
  addFollower(server: EngineServer): void {
    this.followingServers.push(server);
  }

  /** What is known of the app, for `GET /_dev/app`: its status, and the one a server that is started finds stored. */
  async status(): Promise<Record<string, unknown>> {
    const { app } = this.leader;
    return app === undefined
      ? { installed: false }
      : {
          installed: true,
          id: app.getID(),
          version: app.getVersion(),
          status: await app.getStatus(),
          storedStatus: this.state.installed.get(app.getID())?.status,
        };
  }

  /** @throws {Error} with the engine's reason when it cannot be done now */
  async run(action: LifecycleAction): Promise<void> {
    await this[action]();
  }

  /**
   * Installs the app and then enables it, with every permission its manifest asks for, as an admin who agrees does
   * (Rocket.Chat `apps/meteor/ee/server/apps/communication/rest.ts`). The two steps work on different copies of the app's
   * record: up to engine 1.55 the running app keeps the one with the status from before it was enabled.
   * @throws {AppNotRunning} when it is not running afterwards; says why, as far as the engine knows
   */
  async install(): Promise<void> {
    const { info } = await this.leader.manager.getParser().unpackageApp(this.ownPackage);
    const result = await this.add(this.ownPackage, info.permissions, this.admin(), true);
    if (result.hasStorageError() || result.hasAppUserError()) {
      throw new AppNotRunning(result.getStorageError() || JSON.stringify(result.getAppUserError()));
    }
    await this.ensureEnabled();
    await this.jobsOver();
    this.afterInstall ??= {
      record: this.storedRecord(info.id),
      // The late engine stores a setting only once it is written.
      settings: toDocument(this.leader.app?.getStorageItem().settings ?? {}),
      persistence: this.state.persistence.snapshot(),
      appUsers: [...this.state.appUsers],
      jobs: this.state.jobs.snapshot(),
    };
  }

  /**
   * Installs a package that somebody uploaded, with the permissions that they agreed to.
   *
   * @param mayEnable whether it is enabled as well
   * @returns what the engine made of it
   * @throws what the engine throws: not always an `Error`
   */
  async add(
    zip: Buffer,
    permissionsGranted: Permissions,
    user: WorkspaceUser,
    mayEnable: boolean,
  ): Promise<AppFabricationFulfillment> {
    const { manager } = this.leader;
    const result = await manager.add(zip, { enable: false, permissionsGranted, user: toEngineUser(user) });
    if (result.hasStorageError() || result.hasAppUserError()) {
      return result;
    }
    const { id } = result.getAppInfo();
    if (mayEnable) {
      await manager.changeStatus(id, AppStatus.MANUALLY_ENABLED);
    }
    for (const follower of this.followers) {
      await follower.manager.addLocal(id);
    }
    return result;
  }

  /** Updates the installed app to a package that somebody uploaded. @throws as `add` */
  async replace(zip: Buffer, permissions: Permissions, user: WorkspaceUser): Promise<AppFabricationFulfillment> {
    const { manager } = this.leader;
    // Typed as if there always were some; the real route hands over `undefined` as well.
    const result = await manager.update(zip, permissions as never, { loadApp: true, user: toEngineUser(user) });
    if (result.hasStorageError() || result.hasAppUserError()) {
      return result;
    }
    // A server of 6.5 hears of its own update, too, and then updates once more (measured).
    const hearers = this.state.store.version === '6.5' ? [this.leader, ...this.followers] : this.followers;
    for (const host of hearers) {
      const stored = this.storedRecord(result.getAppInfo().id);
      // The older engine starts it as part of `updateLocal`.
      await (host.manager.updateAndStartupLocal?.(stored, zip) ?? host.manager.updateLocal(stored, zip));
    }
    return result;
  }

  /** The app with this ID, as the server that the admin is connected to has it. */
  find(appId: string): ProxiedApp | undefined {
    return this.leader.manager.getOneById(appId);
  }

  /** What the app logged, and the engine on its behalf, newest first; as much of it as is kept. */
  logsOf(appId: string): object[] {
    const all = this.state.logs.all() as ILoggerStorageEntry[];
    return all.filter((entry) => entry.appId === appId).reverse();
  }

  /**
   * Brings the app's settings, persistence, log, posted messages, jobs and counts back to what they were after the
   * installation; installs or enables the app again where it was taken away. What a restart or an update did to the
   * engine's copy of the app's record stays done.
   */
  async reset(): Promise<void> {
    const { persistence, logs, clients, store, appUsers, messages, jobs, calls } = this.state;
    const { app } = this.leader;
    jobs.cancel(() => true);
    if (this.afterInstall === undefined) {
      // A workspace that was started without an app.
      await (app === undefined ? undefined : this.uninstall());
      [logs, messages, calls].forEach((journal) => journal.clear());
      return;
    }
    if (app === undefined) {
      await this.install();
      store.reset(); // without what this installation made: it is in the state to go back to already
    } else if (!AppStatusUtils.isEnabled(await app.getStatus())) {
      await this.enable();
    }
    await this.jobsOver();
    this.restoreRecord(this.afterInstall.record);
    const { settings } = this.afterInstall;
    [this.leader, ...this.followers].forEach((host) => host.overwriteSettings(settings));
    persistence.restore(this.afterInstall.persistence);
    this.afterInstall.appUsers.forEach(([appId, userId]) => appUsers.set(appId, userId));
    logs.clear();
    clients.reset();
    messages.clear();
    jobs.restore(this.afterInstall.jobs);
    calls.clear();
  }

  private restoreRecord({ id, settings, status }: IAppStorageItem): void {
    const stored = this.state.installed.get(id);
    if (stored !== undefined) {
      stored.settings = toDocument(settings);
      stored.status = status;
    }
  }

  private async update(): Promise<void> {
    const { info } = await this.leader.manager.getParser().unpackageApp(this.ownPackage);
    await this.replace(this.ownPackage, info.permissions, this.admin());
    await this.ensureEnabled();
  }

  private async enable(): Promise<void> {
    const appId = this.appId();
    await this.leader.manager.changeStatus(appId, AppStatus.MANUALLY_ENABLED);
    await Promise.all(this.followers.map((follower) => follower.manager.enable(appId)));
    await this.ensureEnabled();
  }

  private async disable(): Promise<void> {
    const appId = this.appId();
    await this.leader.manager.changeStatus(appId, AppStatus.MANUALLY_DISABLED);
    await Promise.all(this.followers.map(({ manager }) => manager.disable(appId, AppStatus.MANUALLY_DISABLED)));
  }

  private async uninstall(): Promise<void> {
    const appId = this.appId();
    // The followers let go first: once the app's record is gone, the engine can no longer disable the app.
    await Promise.all(this.followers.map(({ manager }) => manager.disable(appId)));
    await this.leader.manager.remove(appId, { user: toEngineUser(this.admin()) });
    await Promise.all(this.followers.map(({ manager }) => manager.removeLocal(appId)));
  }

  /** What an app does in a job that runs, or is due, must not happen later. */
  private async jobsOver(): Promise<void> {
    await Promise.all([this.leader, ...this.followers].map(({ jobRunner }) => jobRunner.settled()));
  }

  private get ownPackage(): Buffer {
    if (this.zip === undefined) {
      throw new AppNotRunning('the workspace was started without a package');
    }
    return this.zip;
  }

  private get leader(): AppHost {
    return this.leadingServer.host;
  }

  private get followers(): AppHost[] {
    return this.followingServers.map(({ host }) => host);
  }

  /** A copy of what the database holds of the app. */
  private storedRecord(appId: string): IAppStorageItem {
    const stored = this.state.installed.get(appId);
    if (stored === undefined) {
      throw new AppNotRunning('it is not installed');
    }
    return toDocument(stored);
  }

  private appId(): string {
    const { app } = this.leader;
    if (app === undefined) {
      throw new AppNotRunning('it is not installed');
    }
    return app.getID();
  }

  private async ensureEnabled(): Promise<void> {
    const status = await this.leader.app?.getStatus();
    if (status === undefined || !AppStatusUtils.isEnabled(status)) {
      const logged = (this.state.logs.all() as ILoggerStorageEntry[]).flatMap(({ entries }) => entries);
      const errors = logged.filter(({ severity }) => String(severity) === 'error');
      throw new AppNotRunning(
        [`its status is "${status}"`, ...errors.map(({ args }) => JSON.stringify(args))].join('\n'),
      );
    }
  }
}
