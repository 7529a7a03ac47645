import { Router } from 'express';
import type { Server } from 'http';
import { type Answer, send } from '../../../workspace/client/http';
import type { ServerVersion, WorkspaceUser } from '../../../workspace/model';
import {
  AppSettingRefused,
  type AppHostPort,
  type CommandRun,
  type JobRun,
  type WaitingJob,
} from '../../../workspace/ports';
import { currentTotp } from '../../../workspace/rest/secondFactor/methods';
import { addBrowserSession, hashPassword, seedRoles } from '../../../workspace/seed';
import { createWorkspaceServer, listen } from '../../../workspace/server';
import { attachSockets, type Sockets } from '../../../workspace/socket/attach';
import { openLogin, type NewLogin, type OpenedSocket } from '../../../workspace/state/devices';
import type { NewUser } from '../../../workspace/state/users';
import { WorkspaceStore } from '../../../workspace/store';

/** A time other than now, so that a use of the machine's clock is noticed. */
export const START = Date.parse('2024-05-06T07:08:09.000Z');
export const YEAR = 365 * 24 * 3600 * 1000;
export const TOTP_SECRET = 'KVKFKRCPNZQUYMLX';

/** Those that differ in many answers; `7.0` differs from `late` in nothing but how it refuses without a licence. */
export const VERSIONS: ServerVersion[] = ['6.5', 'late'];
export const ALL_VERSIONS: ServerVersion[] = ['6.5', '7.0', 'late'];

/** An account with a login token. */
export interface Actor {
  user: WorkspaceUser;
  id: string;
  token: string;
  headers: Record<string, string>;
}

export type { Answer };

export interface CallOptions {
  as?: Actor;
  headers?: Record<string, string>;
  body?: unknown;
  text?: string;
}

/** A workspace with a clock of its own on a free port. It hosts no apps unless it is given a host. */
export class TestWorkspace {
  private constructor(
    readonly store: WorkspaceStore,
    readonly url: string,
    private readonly server: Server,
    private readonly sockets: Sockets,
    private readonly clock: { time: number },
  ) {}

  static async start(version: ServerVersion = '6.5', appHost?: AppHostPort): Promise<TestWorkspace> {
    const clock = { time: START };
    const store = new WorkspaceStore(() => clock.time);
    store.version = version;
    store.settings.set('API_Enable_Rate_Limiter', false);
    seedRoles(store);
    const { server, url } = await listen(createWorkspaceServer({ store, appHost }), 0);
    return new TestWorkspace(store, url, server, attachSockets(server, { store, host: () => appHost }), clock);
  }

  /** Moves the clock of the workspace. */
  advance(milliseconds: number): void {
    this.clock.time += milliseconds;
  }

  /** An account with a login token; by default old, and with the password `<username>-password`. */
  addActor(given: NewUser): Actor {
    const user = this.store.users.create({
      createdAt: START - YEAR,
      emails: [{ address: `${given.username}@example.com`, verified: true }],
      passwordHash: hashPassword(`${given.username}-password`),
      ...given,
    });
    return this.actorWith(user, this.store.users.issueToken(user._id));
  }

  actorWith(user: WorkspaceUser, token: string): Actor {
    return { user, id: user._id, token, headers: { 'x-user-id': user._id, 'x-auth-token': token } };
  }

  addAdmin(username = 'root'): Actor {
    return this.addActor({ username, roles: ['admin'], totpSecret: TOTP_SECRET });
  }

  /** What was ended so far: the sessions, and how many login tokens everyone has left. A denial must not change it. */
  ended(): { sessions: string[]; tokensLeft: Record<string, number> } {
    return {
      sessions: this.store.sessions
        .all()
        .filter(({ logoutAt }) => logoutAt !== undefined)
        .map(({ sessionId }) => sessionId),
      tokensLeft: Object.fromEntries(
        this.store.users.all().map(({ username, loginTokens }) => [username, loginTokens.length]),
      ),
    };
  }

  /** The current code of an actor of `addAdmin`. */
  totp(): string {
    return currentTotp(TOTP_SECRET, this.clock.time);
  }

  /** `POST /api/v1/sessions/logout` */
  logout(sessionId: unknown, options: CallOptions = {}): Promise<Answer> {
    return this.call('POST', '/api/v1/sessions/logout', { body: { sessionId }, ...options });
  }

  /** A session of a browser, with a valid token. */
  addSession(actor: Actor): OpenedSocket {
    return addBrowserSession(this.store, actor.user);
  }

  /** A login with its sockets, the oldest first. */
  addLogin(actor: Actor, login: NewLogin): OpenedSocket[] {
    return openLogin(this.store, actor.user, login);
  }

  async call(method: string, path: string, { as, headers, body, text }: CallOptions = {}): Promise<Answer> {
    const answer = await send(this.url + path, { method, headers: { ...as?.headers, ...headers }, body, text });
    return { ...answer, body: answer.contentType === 'application/json' ? answer.body : answer.text };
  }

  async close(): Promise<void> {
    await this.sockets.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

/** A host without apps. It knows the slash commands it is given, and records their runs. */
export class FakeAppHost implements AppHostPort {
  readonly router = Router();
  readonly runs: CommandRun[] = [];
  readonly settings: Record<string, unknown> = {};
  resets = 0;

  constructor(private readonly commands: string[] = []) {}

  hasCommand(command: string): boolean {
    return this.commands.includes(command);
  }

  async runCommand(run: CommandRun): Promise<void> {
    this.runs.push(run);
  }

  postMessage(): string {
    return 'message';
  }

  async persistence(): Promise<unknown[]> {
    return [{ stored: true }];
  }

  importDocuments(): void {}

  async logs(): Promise<unknown[]> {
    return [{ logged: true }];
  }

  async appSettings(): Promise<Record<string, unknown>> {
    return this.settings;
  }

  async setAppSettings(values: Record<string, unknown>): Promise<void> {
    if ('refused' in values) {
      throw new AppSettingRefused('refused by the app');
    }
    Object.assign(this.settings, values);
  }

  jobs(): WaitingJob[] {
    return [];
  }

  async runJob(): Promise<JobRun | undefined> {
    return undefined;
  }

  calls(): Record<string, number> {
    return {};
  }

  forgetCalls(): void {}

  async restart(): Promise<void> {}

  async reset(): Promise<void> {
    this.resets += 1;
  }
}
