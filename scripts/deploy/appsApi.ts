import { unexpected } from '../remote/login';
import type { Remote, RestAnswer } from '../remote/rest';
import type { RemoteLogin } from '../remote/login';
import type { PackagedApp } from './packaged';
import { refusalOf } from './refusal';
import { DeployError } from './texts';

/** An upload compiles the app on the server, and may be slow on the way. */
const UPLOAD_MS = 180_000;
const APPS = '/api/apps';

/** An app as the server has it. */
export interface InstalledApp {
  version: string;
  /** Such as `manually_enabled` (Apps-Engine `definition/AppStatus.ts`). */
  status: string;
}

/** What `npm run deploy` asks of a server about one app (`apps/meteor/ee/server/apps/communication/rest.ts`). */
export class AppsApi {
  private readonly remote: Remote;
  private readonly username: string;
  private readonly path: string;

  constructor(
    login: Pick<RemoteLogin, 'remote' | 'username'>,
    private readonly app: PackagedApp,
  ) {
    this.remote = login.remote;
    this.username = login.username;
    this.path = `${APPS}/${app.id}`;
  }

  /**
   * The app as it is installed; undefined when it is not.
   * @throws {DeployError} `no-permission`; `apps-off`, since a 404 that is not about this app means no such route
   */
  async installed(): Promise<InstalledApp | undefined> {
    const answer = await this.remote.get(this.path);
    const { app, error } = (answer.body ?? {}) as { app?: Partial<InstalledApp>; error?: unknown };
    if (answer.status === 200 && typeof app?.version === 'string' && typeof app.status === 'string') {
      return { version: app.version, status: app.status };
    }
    if (answer.status === 404 && typeof error === 'string' && error.startsWith('No App found')) {
      return undefined;
    }
    // Where there is no such route, a server sends the page of its web client.
    if (answer.status === 404 || (answer.status === 200 && answer.body === undefined)) {
      throw new DeployError('apps-off', { status: String(answer.status) });
    }
    throw this.refusal(answer);
  }

  /**
   * Uploads the package as multipart form data: the file as `app`, and as `permissions` those that were agreed to.
   * @throws {DeployError} when the server refuses it; an app that could not be switched on may be installed all the same
   */
  async upload(kind: 'install' | 'update'): Promise<void> {
    const form = new FormData();
    form.set('app', new Blob([this.app.content], { type: 'application/zip' }), this.app.file);
    form.set('permissions', JSON.stringify(this.app.permissions));
    const patient = this.remote.with(this.remote.credential, { timeoutMs: UPLOAD_MS });
    const path = kind === 'install' ? APPS : this.path;
    const answer = await patient.post(path, form);
    if (answer.status !== 200 || (answer.body as { success?: unknown } | undefined)?.success !== true) {
      throw this.refusal(answer, path);
    }
  }

  async status(): Promise<string> {
    const path = `${this.path}/status`;
    const answer = await this.remote.get(path);
    const { status } = (answer.body ?? {}) as { status?: unknown };
    if (answer.status !== 200 || typeof status !== 'string') {
      throw unexpected(path, answer);
    }
    return status;
  }

  /** @throws {DeployError} with the server's reason when it must not be switched on */
  async enable(): Promise<void> {
    const path = `${this.path}/status`;
    const answer = await this.remote.post(path, { status: 'manually_enabled' });
    if (answer.status !== 200) {
      throw this.refusal(answer, path);
    }
  }

  /** Uninstalls it, with everything it stored. */
  async remove(): Promise<void> {
    const answer = await this.remote.delete(this.path);
    if (answer.status !== 200 && answer.status !== 404) {
      throw unexpected(this.path, answer);
    }
  }

  /** The latest error in the app's log; undefined where there is none, or where it cannot be read. */
  async loggedError(): Promise<string | undefined> {
    const { body } = await this.remote.get(`${this.path}/logs`);
    const { logs } = (body ?? {}) as { logs?: Array<{ entries?: Array<{ severity?: unknown; args?: unknown[] }> }> };
    const errors = (Array.isArray(logs) ? logs : [])
      .flatMap(({ entries }) => entries ?? [])
      .filter(({ severity }) => severity === 'error');
    const [first] = errors.flatMap(({ args }) => args ?? []);
    return first === undefined ? undefined : typeof first === 'string' ? first : JSON.stringify(first);
  }

  private refusal(answer: RestAnswer, path = this.path): Error {
    return refusalOf(path, answer, this.username, this.app.content.length);
  }
}
