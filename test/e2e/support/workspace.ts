import manifest from '../../../app.json';
import type { AuditEntry, AuditOutcome, RecordedEntry, SessionOutcome } from '../../../core/audit/auditEntry';
import { recordedEntry } from '../../../core/audit/recordedEntry';
import { type Answer, type Call, type Credential, credentialHeaders, type Login } from '../../../workspace/client/http';
import { undescribed } from '../../support/openapi';
import type { Device } from '../../../workspace/client/views';
import { WorkspaceClient } from '../../../workspace/client/workspaceClient';
import { type WorkspaceOptions, WorkspaceProcess } from '../../../workspace/client/workspaceProcess';
import type { EngineName } from '../../../workspace/engine/engines';

declare global {
  /** Which engine this run is about; set by jest's configuration. */
  var engine: EngineName;
}

/** Somebody who is logged in, with the code of the moment: everything that a logout needs from its caller. */
export interface Caller {
  readonly as: Login;
  readonly code: string;
}

/** What a caller sends beside the body. */
export interface CallerHeaders {
  readonly as?: Credential;
  /** `x-2fa-code` */
  readonly code?: string;
  /** `x-2fa-method` */
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface LogoutCall extends CallerHeaders {
  readonly sessionId?: unknown;
  readonly reason?: unknown;
}

/** The `User-Agent` of the tests' own calls to the workspace, which tells them from the app's. */
export const DIRECT = 'direct-client';

/** Where the app's endpoints are. */
const APP = `/api/apps/public/${manifest.id}/`;

/** One embedded workspace with the packaged app in it, as people outside see it. */
export class Workspace extends WorkspaceClient {
  /** A device of each of two people who did nothing wrong. Logged in anew before each test. */
  alice!: Device;
  bob!: Device;
  /** Somebody who may end sessions. Logged in anew before each test. */
  admin!: Caller;
  private process?: WorkspaceProcess;

  constructor(private readonly options: WorkspaceOptions = {}) {
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

  async start(): Promise<void> {
    this.process = await WorkspaceProcess.start({ engine, ...this.options });
  }

  /** Ends it, and makes sure that it is gone with everything it had started. */
  async stop(): Promise<void> {
    const servers = this.urls.length;
    const ending = await this.process?.stop();
    expect(ending).toMatchObject({ exitCode: 0, complaints: '' });
    // That nothing is left of Deno means something only if there was one.
    const engines = ending?.children.filter(({ command }) => command.startsWith('deno'));
    // Engines before 1.57 keep a process of an app that was started anew until they end.
    const least = engine === 'vm' ? 0 : servers;
    const most = ['1.46', '1.53'].includes(engine) ? Infinity : least;
    expect(engines?.length).toBeGreaterThanOrEqual(least);
    expect(engines?.length).toBeLessThanOrEqual(most);
  }

  /** Calls any route. An answer of the app must be one that docs/openapi.yaml describes. */
  override async call(route: string, call: Call = {}): Promise<Answer> {
    const answer = await super.call(route, call);
    if (route.startsWith(APP)) {
      const method = call.method ?? (call.body === undefined && call.text === undefined ? 'GET' : 'POST');
      expect(undescribed(method, route.slice(APP.length).split('?')[0], answer)).toEqual([]);
    }
    return answer;
  }

  async startOver(): Promise<void> {
    await this.reset();
    [this.alice] = await this.devices('alice', 1);
    [this.bob] = await this.devices('bob', 1);
    this.admin = await this.caller('admin');
  }

  /** Logs somebody in, and looks up their code of the moment. */
  async caller(username: string): Promise<Caller> {
    return { as: await this.logIn(username), code: await this.code(username) };
  }

  /** Asks the app to end a session, with JSON. */
  logout({ sessionId, reason, ...caller }: LogoutCall): Promise<Answer> {
    return this.send({ body: { sessionId, reason } }, caller);
  }

  /** Sends the app any request, with this caller's headers. */
  send(request: Call, caller: CallerHeaders = {}, query = ''): Promise<Answer> {
    const path = `/api/apps/public/${manifest.id}/sessions/logout${query}`;
    return this.call(path, { ...request, headers: { ...request.headers, ...headersOf(caller) } });
  }

  /** Sends one of the app's other endpoints some JSON. */
  ask(endpoint: string, body: unknown, caller: CallerHeaders = {}): Promise<Answer> {
    return this.call(`/api/apps/public/${manifest.id}/${endpoint}`, { body, headers: headersOf(caller) });
  }

  /** Asks the workspace itself to end a session, without the app. */
  logoutDirectly({ sessionId, ...caller }: LogoutCall): Promise<Answer> {
    const headers = { 'User-Agent': DIRECT, ...headersOf(caller) };
    return this.call('/api/v1/sessions/logout', { body: { sessionId }, headers });
  }

  /** Whether a token still works. A caller who is told to slow down is logged in: the workspace looks at that first. */
  async isLoggedIn(as: Credential): Promise<boolean> {
    const { status } = await this.call('/api/v1/me', { as, headers: { 'User-Agent': DIRECT } });
    expect([200, 401, 429]).toContain(status);
    return status !== 401;
  }

  /** Ends every login of this person, without the app. */
  async logOutEverywhere(as: Login): Promise<void> {
    const answer = await this.call('/api/v1/users.logout', { as, body: {}, headers: { 'User-Agent': DIRECT } });
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
      expect(own.length).toBeLessThanOrEqual(document.outcome === undefined ? 1 : 0);
      const { entry, times } = document;
      const outcome = document.outcome ?? own[0]?.outcome ?? 'unknown';
      const ended = documents.flatMap((each) =>
        each.kind === 'session' && each.entryId === entry.id ? [each.session] : [],
      );
      return [{ ...recordedEntry(entry, outcome, ended), ...(times && { times }) }];
    });
  }
}

type AuditDocument =
  | { readonly kind: 'entry'; readonly entry: AuditEntry; readonly outcome?: AuditOutcome; readonly times?: number }
  | { readonly kind: 'session'; readonly entryId: string; readonly session: SessionOutcome }
  | { readonly kind: 'outcome'; readonly entryId: string; readonly outcome: AuditOutcome };

/** One workspace for the test file that calls this, as new before each test. Every end-to-end test begins with it. */
export function useWorkspace(): Workspace;
export function useWorkspace<W extends Workspace>(workspace: W): W;
export function useWorkspace(workspace = new Workspace()): Workspace {
  beforeAll(() => workspace.start());
  beforeEach(() => workspace.startOver());
  afterAll(() => workspace.stop());
  return workspace;
}

function headersOf({ as, code, method, headers }: CallerHeaders): Record<string, string> {
  return {
    ...credentialHeaders(as),
    ...(code !== undefined && { 'x-2fa-code': code }),
    ...(method !== undefined && { 'x-2fa-method': method }),
    ...headers,
  };
}
