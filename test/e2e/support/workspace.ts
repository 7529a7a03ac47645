import manifest from '../../../app.json';
import type { AuditEntry, AuditOutcome, RecordedEntry } from '../../../core/audit/auditEntry';
import { Device, DevClient, Login } from './devClient';
import { Answer, call, json, Request } from './http';
import { Engine, startWorkspace, WorkspaceProcess } from './workspaceProcess';

declare global {
  /** Which generation of the engine this run is about; set by jest.config.js. */
  var engine: Engine;
}

export type Credential = Login | { readonly accessToken: string };

export interface LogoutCall {
  readonly as?: Credential;
  readonly sessionId?: unknown;
  readonly reason?: unknown;
  /** `x-2fa-code` */
  readonly code?: string;
  /** `x-2fa-method` */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Marks what the tests themselves ask the workspace, so that it can be told from what the app asks. */
export const DIRECT = 'direct-client';

/** One embedded workspace with the packaged app in it, as people outside see it. */
export class Workspace extends DevClient {
  /** A device of each of two people who did nothing wrong. Logged in anew before each test. */
  alice!: Device;
  bob!: Device;
  private process?: WorkspaceProcess;

  /** @param environment more of what `workspace/main.ts` reads, such as `NODES` */
  constructor(private readonly environment: Readonly<Record<string, string>> = {}) {
    super(() => this.url);
  }

  get url(): string {
    return this.urls[0];
  }

  /** Addresses of all its servers. */
  get urls(): readonly string[] {
    if (this.process === undefined) {
      throw new Error('the workspace is not started');
    }
    return this.process.urls;
  }

  get endpoint(): string {
    return `${this.url}/api/apps/public/${manifest.id}/sessions/logout`;
  }

  async start(): Promise<void> {
    this.process = await startWorkspace(engine, this.environment);
  }

  /** Ends it, and makes sure that it is gone with everything it had started. */
  async stop(): Promise<void> {
    const servers = this.urls.length;
    const ending = await this.process?.stop();
    expect(ending).toMatchObject({ exitCode: 0, leftBehind: [], complaints: '' });
    // What the line above says of Deno means something only if there was one.
    const engines = ending?.children.filter(({ command }) => command.startsWith('deno'));
    expect(engines).toHaveLength(engine === 'deno' ? servers : 0);
  }

  async startOver(): Promise<void> {
    await this.reset();
    [this.alice] = await this.devices('alice', 1);
    [this.bob] = await this.devices('bob', 1);
  }

  /** Asks the app to end a session, with JSON. */
  logout(logout: LogoutCall): Promise<Answer> {
    const { sessionId, reason } = logout;
    return this.send(json({ sessionId, reason }), logout);
  }

  /** Asks the app whatever it is, with this caller's headers. */
  send(request: Request, { as, code, method, headers }: Omit<LogoutCall, 'sessionId' | 'reason'> = {}, query = '') {
    const all = { ...request.headers, ...credentialHeaders(as), ...secondFactorHeaders(code, method), ...headers };
    return call(`${this.endpoint}${query}`, { ...request, headers: all });
  }

  /** Asks the workspace itself to end a session, without the app. */
  logoutDirectly(logout: LogoutCall & { readonly userAgent?: string }): Promise<Answer> {
    const { as, code, method, sessionId, userAgent = DIRECT } = logout;
    const headers = { ...credentialHeaders(as), ...secondFactorHeaders(code, method), 'User-Agent': userAgent };
    return call(`${this.url}/api/v1/sessions/logout`, json({ sessionId }, headers));
  }

  /** Whether a token still works. Who is told to slow down is logged in: the workspace looks at that first. */
  async isLoggedIn(as: Credential): Promise<boolean> {
    const headers = { ...credentialHeaders(as), 'User-Agent': DIRECT };
    const { status } = await call(`${this.url}/api/v1/me`, { headers });
    expect([200, 401, 429]).toContain(status);
    return status !== 401;
  }

  /** Ends every login of this person, without the app. */
  async logOutEverywhere(as: Login): Promise<void> {
    const answer = await call(
      `${this.url}/api/v1/users.logout`,
      json({}, { ...credentialHeaders(as), 'User-Agent': DIRECT }),
    );
    expect(answer.status).toBe(200);
  }

  /** The audit log as stored, oldest entry first; an entry without an outcome is `unknown`. */
  async auditEntries(): Promise<RecordedEntry[]> {
    const documents = (await this.persistence()).map(({ data }) => data as AuditDocument);
    const outcomes = documents.flatMap((document) => (document.kind === 'outcome' ? [document] : []));
    return documents.flatMap((document) => {
      if (document.kind !== 'entry') {
        return [];
      }
      const own = outcomes.filter(({ entryId }) => entryId === document.entry.id);
      const all = [document.outcome, ...own.map(({ outcome }) => outcome)].filter((outcome) => outcome !== undefined);
      expect(all.length).toBeLessThanOrEqual(1);
      return [{ ...document.entry, outcome: all[0] ?? 'unknown' }];
    });
  }
}

type AuditDocument =
  | { readonly kind: 'entry'; readonly entry: AuditEntry; readonly outcome?: AuditOutcome }
  | { readonly kind: 'outcome'; readonly entryId: string; readonly outcome: AuditOutcome };

/** One workspace for the test file that calls this, as new before each test. */
export function useWorkspace(environment?: Readonly<Record<string, string>>): Workspace {
  const workspace = new Workspace(environment);
  beforeAll(() => workspace.start());
  beforeEach(() => workspace.startOver());
  afterAll(() => workspace.stop());
  return workspace;
}

export function credentialHeaders(credential?: Credential): Record<string, string> {
  if (credential === undefined) {
    return {};
  }
  return 'accessToken' in credential
    ? { Authorization: `Bearer ${credential.accessToken}` }
    : { 'X-User-Id': credential.userId, 'X-Auth-Token': credential.authToken };
}

function secondFactorHeaders(code?: string, method?: string): Record<string, string> {
  return { ...(code !== undefined && { 'x-2fa-code': code }), ...(method !== undefined && { 'x-2fa-method': method }) };
}
