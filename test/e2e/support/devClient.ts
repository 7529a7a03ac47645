import type { DeviceSession, ReceivedRequest, Role, TwoFactorMethod } from '../../../workspace/model';
import type { Fault } from '../../../workspace/state/faults';
import { Answer, call, json } from './http';

/** A login with its live token. */
export interface Login {
  readonly userId: string;
  readonly authToken: string;
}

/** Somebody's device: a session, and the token that dies with it. */
export interface Device extends Login {
  readonly sessionId: string;
}

export interface WorkspaceState {
  readonly users: ReadonlyArray<{ _id: string; username: string; name: string; roles: string[] }>;
  readonly sessions: ReadonlyArray<
    Omit<DeviceSession, 'loginToken' | 'loginAt' | 'logoutAt'> & { loginAt: string; logoutAt?: string }
  >;
  readonly roles: readonly Role[];
  readonly settings: Readonly<Record<string, unknown>>;
  readonly appSettings: Readonly<Record<string, unknown>>;
}

/** What the engine stores of one call into the app: its own lines and the app's. */
export interface LoggedCall {
  readonly appId: string;
  /** The engine's name for what was called; differs between engines. */
  readonly method: string;
  readonly entries: ReadonlyArray<{ readonly severity: string; readonly args: readonly unknown[] }>;
}

export interface StoredDocument {
  readonly associations?: ReadonlyArray<{ readonly model: string; readonly id: string }>;
  readonly data: unknown;
}

export interface NewAccount {
  readonly username: string;
  readonly roles?: readonly string[];
  readonly totp?: boolean;
  readonly email2fa?: boolean;
}

/** `/_dev/*` of the embedded workspace: everything to see or to break. */
export class DevClient {
  constructor(private readonly baseUrl: () => string) {}

  reset(): Promise<unknown> {
    return this.post('reset', {});
  }

  state(): Promise<WorkspaceState> {
    return this.get('state');
  }

  /** Every `/api/v1` request the workspace received since the last reset. */
  requests(): Promise<ReceivedRequest[]> {
    return this.get('requests');
  }

  /** Everything the app stored. */
  persistence(): Promise<StoredDocument[]> {
    return this.get('persistence');
  }

  /** Everything the app logged, and the engine on its behalf. */
  appLogs(): Promise<LoggedCall[]> {
    return this.get('app-logs');
  }

  /** That user's second factor right now; `code` is null when none was mailed yet. */
  secondFactor(username: string): Promise<{ method: TwoFactorMethod | null; code: string | null }> {
    return this.get(`code/${username}`);
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
    return this.post('tokens', { username, bypassTwoFactor });
  }

  /** An OAuth2 access token, as if that user had consented to some client. */
  grantAccess(username: string): Promise<{ userId: string; accessToken: string }> {
    return this.post('access-tokens', { username });
  }

  /** Logs somebody in with so many new devices. */
  devices(username: string, count: number): Promise<Device[]> {
    return this.post('sessions', { username, count });
  }

  createAccount(account: NewAccount): Promise<{ userId: string }> {
    return this.post('users', account);
  }

  /** Changes workspace settings by their real ids, `licence` and `version`. */
  settings(values: Readonly<Record<string, unknown>>): Promise<unknown> {
    return this.post('settings', values);
  }

  /** Saves settings of the app, as its admin page does. @throws Error when the app refuses one */
  appSettings(values: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, unknown>>> {
    return this.post('app-settings', values);
  }

  /** Tries to save settings of the app. */
  tryAppSettings(values: Readonly<Record<string, unknown>>): Promise<Answer> {
    return call(this.route('app-settings'), json(values));
  }

  fault(fault: Pick<Fault, 'path' | 'kind'> & Partial<Fault>): Promise<unknown> {
    return this.post('faults', fault);
  }

  private async get<T>(route: string): Promise<T> {
    return succeeded(route, await call(this.route(route))) as T;
  }

  private async post<T>(route: string, body: unknown): Promise<T> {
    return succeeded(route, await call(this.route(route), json(body))) as T;
  }

  private route(route: string): string {
    return `${this.baseUrl()}/_dev/${route}`;
  }
}

function succeeded(route: string, { status, text, body }: Answer): unknown {
  if (status !== 200) {
    throw new Error(`/_dev/${route} answered ${status}: ${text}`);
  }
  return body;
}
