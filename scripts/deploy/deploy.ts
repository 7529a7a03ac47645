import { setTimeout as pause } from 'timers/promises';
import type { Asking } from '../remote/asking';
import { logIn, type RemoteLogin } from '../remote/login';
import { serverInfo } from '../remote/server';
import { RemoteError, shown } from '../remote/texts';
import { AppsApi, type InstalledApp } from './appsApi';
import type { DeployOrder } from './arguments';
import { cureFor } from './cure';
import type { PackagedApp } from './packaged';
import { DeployError, deployText, PURPOSES } from './texts';

/** How long an app may take to run, and how often that is looked at, in milliseconds. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 1_000;

export interface DeployTools {
  asking: Asking;
  /** Builds the package, or reads the one that was named. */
  packaged: () => Promise<PackagedApp>;
  /** Comes when the person wants to stop. */
  signal: AbortSignal;
  /** Waits so many milliseconds. */
  wait?: (ms: number) => Promise<unknown>;
}

/**
 * Brings the app onto a server: packages it, logs in, shows what will be done and what the app may do then, asks, and
 * only then uploads it, waits until it runs, and says what to do next. The login that was made for it is ended again,
 * whatever happens. A fresh install that does not run is removed again; nothing else is ever removed.
 *
 * @throws {DeployError | RemoteError} when the app does not run there; the message says what to do
 */
export async function deploy(order: DeployOrder, tools: DeployTools): Promise<void> {
  const { asking, packaged, signal } = tools;
  const { wait = (ms) => pause(ms, undefined, { signal }) } = tools;
  const app = await packaged().catch((error: unknown) => {
    // Ctrl-C reaches the packager as well, which then fails.
    throw signal.aborted ? new RemoteError('cancelled') : error;
  });
  const login = await logIn(order.url, order.who, asking, { allowHttp: order.allowHttp, signal });
  try {
    await new Deployment(app, login, asking, signal, wait).run(order);
  } finally {
    // What went wrong before matters more than a login that could not be ended.
    await login.end().catch((error: Error) => asking.say(error.message));
  }
}

class Deployment {
  private readonly api: AppsApi;

  constructor(
    private readonly app: PackagedApp,
    private readonly login: RemoteLogin,
    private readonly asking: Asking,
    private readonly signal: AbortSignal,
    private readonly wait: (ms: number) => Promise<unknown>,
  ) {
    this.api = new AppsApi(login, app);
  }

  async run({ agreed, checkOnly }: DeployOrder): Promise<void> {
    const server = await serverInfo(this.login.remote);
    this.say('logged-in', {
      url: this.login.remote.url,
      username: shown(this.login.username),
      release: shown(server.release),
      engine: shown(server.engine ?? deployText('engine-unknown')),
    });
    const before = await this.api.installed();
    const cure = cureFor(server);
    const cures = before === undefined && cure === 'update';
    this.show(before, cures);
    if (checkOnly) {
      this.say('only-looked');
      return;
    }
    await this.agree(agreed);
    await (before === undefined ? this.install(cures) : this.bring('update'));
    this.say('done', { url: this.login.remote.url });
    if (cure === 'restart') {
      this.say('restart-now');
    }
    this.say('next-steps', { url: this.login.remote.url });
  }

  private show(before: InstalledApp | undefined, cures: boolean): void {
    if (before === undefined) {
      this.say('plan-install');
    } else {
      this.say('plan-update', { installed: shown(before.version) });
      if (!isEnabled(before.status)) {
        this.say('plan-enable');
      }
    }
    if (cures) {
      this.say('plan-cure');
    }
    this.say('permissions');
    const names = this.app.permissions.map(({ name }) => name);
    const width = Math.max(...names.map(({ length }) => length));
    names.forEach((name) =>
      this.say('permission', { permission: shown(name).padEnd(width), purpose: PURPOSES[name] ?? '' }),
    );
  }

  /** @throws {DeployError} `not-agreed` */
  private async agree(agreed: boolean): Promise<void> {
    if (agreed) {
      this.say('agreed-beforehand');
    } else if (!(await this.asking.confirm(deployText('ask-permissions')))) {
      throw new DeployError('not-agreed');
    }
  }

  private async install(cures: boolean): Promise<void> {
    try {
      await this.bring('install');
    } catch (error) {
      await this.removeAgain(error);
      throw error;
    }
    if (cures) {
      await this.bring('update', 'curing').catch((error: Error) => {
        if (error instanceof DeployError && error.code !== 'stopped-late') {
          this.say('not-cured', { reason: error.message });
        } else {
          throw error;
        }
      });
    }
  }

  /** Uploads, and waits until the app runs. */
  private async bring(kind: 'install' | 'update', words: 'uploading' | 'curing' = 'uploading'): Promise<void> {
    this.say(words);
    try {
      await this.api.upload(kind).catch((error: unknown) => {
        throw withoutClearAnswer(error);
      });
      this.say('waiting');
      await this.untilEnabled();
    } catch (error) {
      throw this.signal.aborted ? new DeployError('stopped-late') : error;
    }
  }

  /**
   * The upload is through by now, so what fails is tried again: a server that is busy switching an app on, or the proxy
   * before it, may leave a look without an answer.
   *
   * @throws {DeployError} `stays-off`, `too-slow`, or why the server does not switch it on
   */
  private async untilEnabled(): Promise<void> {
    const deadline = Date.now() + PATIENCE_MS;
    let asked = false;
    let seen = '';
    while (Date.now() < deadline) {
      try {
        const status = await this.api.status();
        if (isEnabled(status)) {
          return;
        }
        if (asked && isEndOfTheRoad(status)) {
          throw new DeployError('stays-off', { status: shown(status), reason: await this.reason() });
        }
        seen = deployText('its-status', { status: shown(status) });
        if (!asked) {
          asked = true;
          await this.api.enable();
          continue;
        }
      } catch (error) {
        if (!(error instanceof RemoteError) || this.signal.aborted) {
          throw error;
        }
        seen = error.message;
      }
      await this.wait(LOOK_MS).catch(() => undefined);
    }
    throw new DeployError('too-slow', { seen, seconds: String(PATIENCE_MS / 1000) });
  }

  private async reason(): Promise<string> {
    const logged = await this.api.loggedError().catch(() => undefined);
    return logged === undefined ? '' : ` (${shown(logged)})`;
  }

  /**
   * Nothing is removed where it is not known what happened, and nothing that runs: somebody else could have installed the
   * app meanwhile.
   */
  private async removeAgain(error: unknown): Promise<void> {
    const isKnown = error instanceof DeployError && error.code !== 'upload-unknown' && error.code !== 'stopped-late';
    if (!isKnown || this.signal.aborted) {
      return;
    }
    try {
      const left = await this.api.installed();
      if (left !== undefined && !isEnabled(left.status)) {
        await this.api.remove();
        this.say('removed-again');
      }
    } catch {
      this.say('not-removed-again');
    }
  }

  private say(key: Parameters<typeof deployText>[0], values: Record<string, string> = {}): void {
    const { name, version } = this.app;
    this.asking.say(deployText(key, { name: shown(name), version: shown(version), ...values }));
  }
}

function withoutClearAnswer(error: unknown): unknown {
  const isUnclear = error instanceof RemoteError && error.code !== 'too-many-requests';
  return isUnclear ? new DeployError('upload-unknown', { reason: error.message }) : error;
}

/** Apps-Engine `definition/AppStatus.ts`, `AppStatusUtils`. */
function isEnabled(status: string): boolean {
  return status === 'auto_enabled' || status === 'manually_enabled';
}

function isEndOfTheRoad(status: string): boolean {
  return status.endsWith('disabled');
}
