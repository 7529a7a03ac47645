import type { ReceivedRequest, TwoFactorMethod } from '../model';
import type { JobRun, WaitingJob } from '../ports';
import type { Fault } from '../state/faults';
import { type Answer, type Call, type Login, send } from './http';
import type { Device, Dropped, LoggedCall, NewAccount, StoredDocument, WorkspaceState } from './views';

/** How many documents are sent at once. */
const PORTION = 10_000;

/** HTTP with an embedded workspace: its routes, and everything that `/_dev` lets one see or break. */
export class WorkspaceClient {
  /** @param address of one of its servers; a function is asked for it before every call */
  constructor(private readonly address: string | (() => string)) {}

  /** Calls any of its routes. */
  call(path: string, call?: Call): Promise<Answer> {
    const { address } = this;
    return send((typeof address === 'string' ? address : address()) + path, call);
  }

  /** `GET` or, with a body, `POST /_dev/…`. @throws Error when the answer is not a 200 */
  async dev<T = unknown>(route: string, body?: unknown): Promise<T> {
    const answer = await this.call(`/_dev/${route}`, { body });
    if (answer.status !== 200) {
      throw new Error(`/_dev/${route} answered ${answer.status}: ${answer.text}`);
    }
    return answer.body as T;
  }

  /** Back to the state right after the start. */
  reset(): Promise<unknown> {
    return this.dev('reset', {});
  }

  state(): Promise<WorkspaceState> {
    return this.dev('state');
  }

  /** Every `/api/v1` request that the workspace received since the last reset. */
  requests(): Promise<ReceivedRequest[]> {
    return this.dev('requests');
  }

  /** Everything the app stored. */
  persistence(): Promise<StoredDocument[]> {
    return this.dev('persistence');
  }

  /** Adds documents to what the app stored, as if it had, in portions. */
  async store(documents: readonly StoredDocument[]): Promise<void> {
    for (let from = 0; from < documents.length; from += PORTION) {
      await this.dev('persistence', { documents: documents.slice(from, from + PORTION) });
    }
  }

  /** Everything the app logged, and the engine on its behalf. */
  appLogs(): Promise<LoggedCall[]> {
    return this.dev('app-logs');
  }

  /** What was delivered to that user's client: messages and modals. */
  deliveries<T = unknown>(username: string): Promise<T[]> {
    return this.dev(`messages/${username}`);
  }

  dropped(): Promise<Dropped[]> {
    return this.dev('dropped');
  }

  /** That user's second factor right now; `code` is null when none was mailed yet. */
  secondFactor(username: string): Promise<{ method: TwoFactorMethod | null; code: string | null }> {
    return this.dev(`code/${username}`);
  }

  /** That user's second factor right now. @throws Error when there is no code to be had */
  async code(username: string): Promise<string> {
    const { code } = await this.secondFactor(username);
    if (code === null) {
      throw new Error(`${username} has no code now`);
    }
    return code;
  }

  logIn(username: string, { bypassTwoFactor = false } = {}): Promise<Login> {
    return this.dev('tokens', { username, bypassTwoFactor });
  }

  /** An OAuth2 access token, as if that user had consented to some client. */
  grantAccess(username: string): Promise<{ userId: string; accessToken: string }> {
    return this.dev('access-tokens', { username });
  }

  /** Logs somebody in on so many new devices. */
  devices(username: string, count: number): Promise<Device[]> {
    return this.dev('sessions', { username, count });
  }

  createAccount(account: NewAccount): Promise<{ userId: string }> {
    return this.dev('users', account);
  }

  /** Posts what a person typed into a room. @returns the ID of the message */
  async post(username: string, text: string, roomId?: string): Promise<string> {
    return (await this.dev<{ messageId: string }>('messages', { username, text, roomId })).messageId;
  }

  /** A new channel (`c`) or private channel (`p`). @returns its ID */
  async createRoom(name: string, type: 'c' | 'p', members: readonly string[]): Promise<string> {
    return (await this.dev<{ roomId: string }>('rooms', { name, type, members })).roomId;
  }

  /** What an admin does to a room. */
  changeRoom(
    roomId: string,
    action: 'archive' | 'unarchive' | 'makeReadOnly' | 'makeWritable' | 'delete',
  ): Promise<unknown> {
    return this.dev('rooms', { roomId, action });
  }

  /** Changes workspace settings by their real ids, `licence`, `version` and `release`. */
  settings(values: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.dev('settings', values);
  }

  /** Saves settings of the app, as its admin page does. @throws Error when the app refuses one */
  appSettings(values: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    return this.dev('app-settings', values);
  }

  /** Tries to save settings of the app. */
  tryAppSettings(values: Readonly<Record<string, unknown>>): Promise<Answer> {
    return this.call('/_dev/app-settings', { body: values });
  }

  /** What an admin does to an OAuth client. */
  changeOAuthApp(clientId: string, action: 'delete' | 'disable' | 'enable'): Promise<unknown> {
    return this.dev('oauth-apps', { clientId, action });
  }

  /** What an admin does to the app. */
  changeApp(action: 'install' | 'update' | 'enable' | 'disable' | 'uninstall'): Promise<{ installed: boolean }> {
    return this.dev('app', { action });
  }

  /** The jobs that the app has scheduled: waiting, running, failed. */
  jobs(): Promise<WaitingJob[]> {
    return this.dev('jobs');
  }

  /** Runs the processor's next job now, as the scheduler would. Resolves once it is over, also when it failed. */
  runJob(processorId: string): Promise<JobRun> {
    return this.dev(`jobs/${processorId}/run`, {});
  }

  /** Arms a fault: what the workspace does to requests whose path begins with `path`. */
  fault(fault: Pick<Fault, 'path' | 'kind'> & Partial<Fault>): Promise<unknown> {
    return this.dev('faults', fault);
  }
}
