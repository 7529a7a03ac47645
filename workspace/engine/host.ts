import type { IMessage } from '@rocket.chat/apps-engine/definition/messages';
import type { IUIActionButton } from '@rocket.chat/apps-engine/definition/ui';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { ProxiedApp } from '@rocket.chat/apps-engine/server/ProxiedApp';
import type { IAppStorageItem } from '@rocket.chat/apps-engine/server/storage';
import { Router } from 'express';
import type { Room, WorkspaceUser } from '../model';
import { type AppHostPort, AppSettingRefused, type CommandRun, type JobRun, type WaitingJob } from '../ports';
import { actionButtonsOf, createActionButtonsRouter } from './actionButtons';
import { createBridges } from './bridges';
import { AppEndpoints } from './bridges/api';
import { toEngineRoom, toEngineUser } from './convert';
import { toDocument } from './document';
import { createInteractionRouter } from './interactions';
import { JobRunner, processorIdOf } from './jobs/jobRunner';
import type { Engine } from './load';
import { parseParameters } from './parameters';
import type { StoredDocument } from './persistence';
import type { AppsState } from './state';
import { countAppSettings } from './calls';
import { createMetadataStorage } from './metadata';
import { createLogStorage, createSourceStorage } from './storages';

/** What only the workspace as a whole can do for a server of it. */
export interface HostDuties {
  /** Brings the installed app back to what it was right after the installation. */
  reset(): Promise<void>;
  /** Starts this server anew on the stored data; the host is closed and another one takes its place. */
  restart(): Promise<void>;
}

/** One server of the workspace: a real Apps-Engine with the installed app running in it. */
export class AppHost implements AppHostPort {
  readonly router = Router();
  readonly engineVersion: string;
  readonly manager: AppManager;
  readonly jobRunner: JobRunner;
  private readonly commands = new Map<string, { enabled: boolean }>();

  /**
   * @param engine modules of its own: an engine has room for one manager
   * @param state shared by all servers of a cluster
   */
  constructor(
    private readonly engine: Engine,
    private readonly state: AppsState,
    private readonly duties: HostDuties,
  ) {
    this.engineVersion = engine.version;
    const manager = (): AppManager => this.manager;
    const endpoints = new AppEndpoints(state.store, manager);
    this.jobRunner = new JobRunner(state.jobs, state.store.now);
    const parts = {
      metadataStorage: createMetadataStorage(engine, state),
      logStorage: createLogStorage(engine, state),
      sourceStorage: createSourceStorage(engine, state),
      bridges: createBridges(engine, {
        state,
        endpoints,
        commands: this.commands,
        jobRunner: this.jobRunner,
        onAppSettingsChange: (appId, setting) => state.settingChanges.announce(this, appId, setting),
      }),
      tempFilePath: engine.tempFolder, // from 1.62 on
    };
    this.manager = new engine.AppManager(parts);
    countAppSettings(this.manager, state.calls);
    state.settingChanges.join(this, async (appId, setting) =>
      this.manager.getSettingsManager().updateAppSetting(appId, setting),
    );
    this.router.use(createActionButtonsRouter(manager));
    this.router.use(createInteractionRouter(state, manager));
    this.router.use(endpoints.router);
  }

  /** Starts the engine with what is installed already: nothing on the first server of a cluster. */
  async start(): Promise<void> {
    await this.manager.load();
    await this.manager.enableAll();
  }

  hasCommand(command: string): boolean {
    return this.commands.get(command)?.enabled ?? false;
  }

  async runCommand({ command, sender, room, params, threadId, triggerId }: CommandRun): Promise<void> {
    const { clients, store } = this.state;
    if (triggerId !== undefined) {
      clients.issueTrigger(sender._id, triggerId);
    }
    const context = new this.engine.SlashCommandContext(
      Object.freeze(toEngineUser(sender)),
      Object.freeze(toEngineRoom(room, store)),
      parseParameters(params),
      threadId,
      triggerId,
    );
    await this.manager
      .getCommandManager()
      .executeCommand(command, context)
      .catch((error: Error) => {
        // The server answers that all went well, and the person sees nothing.
        console.error(`/${command} threw: ${error.message}`);
      });
  }

  postMessage(room: Room, sender: WorkspaceUser, text: string): string {
    return this.state.messages.post(room._id, sender._id, {
      text,
      room: toEngineRoom(room, this.state.store),
    } as IMessage);
  }

  /** The buttons that the app puts into menus, for everybody. */
  actionButtons(): Promise<IUIActionButton[]> {
    return actionButtonsOf(this.manager);
  }

  async persistence(): Promise<unknown[]> {
    return this.state.persistence.all();
  }

  newestDocuments(limit: number): StoredDocument[] {
    return this.state.persistence.newest(limit);
  }

  importDocuments(documents: ReadonlyArray<Pick<StoredDocument, 'associations' | 'data'>>): void {
    const appId = this.app?.getID() ?? '';
    documents.forEach(({ associations, data }) => this.state.persistence.create(appId, data, associations));
  }

  /** The latest messages in the rooms that this person may read, as they were delivered to members. */
  postedFor(reader: WorkspaceUser): Array<Record<string, unknown>> {
    const { messages, store } = this.state;
    return messages.latest((roomId) => {
      const room = store.rooms.get(roomId);
      return room !== undefined && store.canAccessRoom(reader, room);
    });
  }

  async logs(): Promise<unknown[]> {
    return this.state.logs.all();
  }

  async appSettings(): Promise<Record<string, unknown>> {
    const settings = Object.values(this.settings);
    return Object.fromEntries(settings.map(({ id, value, packageValue }) => [id, (value ?? packageValue) as unknown]));
  }

  async setAppSettings(values: Record<string, unknown>): Promise<void> {
    for (const [id, value] of Object.entries(values)) {
      const setting = this.settings[id];
      if (setting === undefined) {
        throw new AppSettingRefused(`The app has no setting "${id}".`);
      }
      try {
        const changed = { ...toDocument(setting), value };
        await this.manager.getSettingsManager().updateAppSetting(this.app?.getID() ?? '', changed);
      } catch (error) {
        throw new AppSettingRefused((error as Error).message);
      }
    }
    await this.state.settingChanges.settled();
  }

  jobs(): WaitingJob[] {
    return this.state.jobs.all().map(({ _id, name, type, data, nextRunAt, repeatInterval, lockedAt, failReason }) => ({
      jobId: _id,
      processorId: processorIdOf(name),
      kind: type === 'normal' ? 'once' : 'recurring',
      ...(repeatInterval !== undefined && { interval: repeatInterval }),
      nextRun: nextRunAt === null ? null : new Date(nextRunAt).toISOString(),
      running: lockedAt !== undefined,
      data: toDocument(data),
      failed: failReason ?? null,
    }));
  }

  runJob(processorId: string): Promise<JobRun | undefined> {
    return this.jobRunner.runNow(processorId);
  }

  calls(): Record<string, number> {
    return this.state.calls.all();
  }

  forgetCalls(): void {
    this.state.calls.clear();
  }

  async reset(): Promise<void> {
    await this.duties.reset();
  }

  async restart(): Promise<void> {
    await this.duties.restart();
  }

  /**
   * Ends every process the engine started, without `onDisable`, as a server that goes down does.
   * May be called at any time, also twice.
   */
  async close(): Promise<void> {
    this.state.settingChanges.leave(this);
    this.jobRunner.close();
    const apps = await this.manager.get();
    await Promise.all(apps.map((app) => app.getRuntimeController?.().stopApp()));
  }

  /** The installed app: the workspace has one at a time. */
  get app(): ProxiedApp | undefined {
    const [appId = ''] = this.state.installed.keys();
    return this.manager.getOneById(appId);
  }

  /** Sets the app's settings without asking or telling the app, as if they had never been others. */
  overwriteSettings(settings: IAppStorageItem['settings']): void {
    const held = this.settings;
    Object.keys(held).forEach((id) => delete held[id]);
    Object.assign(held, toDocument(settings));
  }

  /** As this server's engine holds them. */
  private get settings(): IAppStorageItem['settings'] {
    return this.app?.getStorageItem().settings ?? {};
  }
}
