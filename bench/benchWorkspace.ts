import AdmZip from 'adm-zip';
import { join } from 'path';
import { packageApp } from '../scripts/package';
import type { Answer, Login } from '../workspace/client/http';
import { WorkspaceClient } from '../workspace/client/workspaceClient';
import { WorkspaceProcess } from '../workspace/client/workspaceProcess';
import type { EngineName } from '../workspace/engine/engines';

/** Which app a workspace hosts: this project's, or the one that it is compared with. */
export type Hosted = 'product' | 'fixture';

/** Where the command is run; everybody in the seed is a member. */
const ROOM = 'GENERAL';

/** An embedded workspace with one of the two apps, and somebody who logs sessions out there. */
export class BenchWorkspace extends WorkspaceClient {
  private constructor(
    private readonly process: WorkspaceProcess,
    private readonly appId: string,
    readonly login: Login,
  ) {
    super(process.url);
  }

  /**
   * @param caller who logs in there
   * @param sessions how many made-up sessions there are, the same ones every time
   * @throws Error with what it printed when it does not become ready
   */
  static async start(
    hosted: Hosted,
    engine: EngineName | undefined,
    caller: string,
    sessions = 0,
  ): Promise<BenchWorkspace> {
    const app = hosted === 'product' ? await packageApp() : await packageFixture();
    const { id } = JSON.parse(new AdmZip(app).readAsText('app.json')) as { id: string };
    const process = await WorkspaceProcess.start({ engine, app, env: { SESSIONS: String(sessions) } });
    return new BenchWorkspace(process, id, await new WorkspaceClient(process.url).logIn(caller));
  }

  get pid(): number {
    return this.process.pid;
  }

  /** Path of an endpoint of the app. */
  endpoint(path: string): string {
    return `/api/apps/public/${this.appId}/${path}`;
  }

  /** Ends the workspace and everything it started, and shows what it complained about. */
  async stop(): Promise<void> {
    process.stderr.write((await this.process.stop()).complaints);
  }

  runCommand(params: string): Promise<Answer> {
    const body = { command: 'logout-session', params, roomId: ROOM };
    return this.call('/api/v1/commands.run', { as: this.login, body });
  }

  /** Lets the app act for the caller in chat: asks the command for the consent page, and says yes there. */
  async connect(username: string): Promise<void> {
    await this.runCommand('connect');
    const messages = JSON.stringify(await this.deliveries(username));
    const address = /https?:[^\s"\\]+\/oauth\/authorize\?[^\s"\\]+/.exec(messages)?.[0];
    if (address === undefined) {
      throw new Error('The command gave no address to connect at.');
    }
    const { pathname, searchParams } = new URL(address);
    const text = new URLSearchParams([...searchParams, ['token', this.login.authToken], ['allow', 'yes']]);
    const { headers } = await this.call(pathname, { text });
    const callback = new URL(headers.get('location') ?? address);
    const page = await this.call(callback.pathname + callback.search);
    if (page.status !== 200) {
      throw new Error(`Connecting ended with ${page.status}: ${page.text}`);
    }
  }

  /** Ids of the sessions that are still alive. */
  async liveSessions(): Promise<Set<string>> {
    const { sessions } = await this.state();
    return new Set(sessions.filter(({ logoutAt }) => logoutAt === undefined).map(({ sessionId }) => sessionId));
  }
}

function packageFixture(): Promise<string> {
  return packageApp({
    source: join(__dirname, 'fixtures', 'app'),
    entries: ['app.json', 'icon.png', 'BenchApp.ts', 'Nothing.ts', 'Forward.ts', 'Plan.ts'],
    destination: join(__dirname, '..', '.cache', 'fixtures'),
  });
}
