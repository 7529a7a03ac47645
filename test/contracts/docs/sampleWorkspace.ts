import manifest from '../../../app.json';
import { WorkspaceProcess } from '../../support/workspaceProcess';

/** The embedded workspace as the samples of the documents need it. */
export class SampleWorkspace {
  readonly appId = manifest.id;
  private process?: WorkspaceProcess;

  async start(): Promise<void> {
    this.process = await WorkspaceProcess.start();
  }

  async stop(): Promise<void> {
    await this.process?.stop();
  }

  get url(): string {
    return this.running.url;
  }

  /** Everything it printed while it started. */
  get printedText(): string {
    return this.running.printedText;
  }

  /** Somebody's session that has to end, and what a script of an admin's has at hand for that. */
  async newIncident(): Promise<{ sessionId: string; environment: Record<string, string> }> {
    const [{ sessionId }] = await this.dev<Array<{ sessionId: string }>>('sessions', { username: 'alice', count: 1 });
    const { userId, authToken } = await this.dev<{ userId: string; authToken: string }>('tokens', {
      username: 'admin',
    });
    const { accessToken } = await this.dev<{ accessToken: string }>('access-tokens', { username: 'admin' });
    const { code } = await this.dev<{ code: string }>('code/admin');
    const environment = { USER_ID: userId, TOKEN: authToken, ACCESS_TOKEN: accessToken, CODE: code };
    return { sessionId, environment };
  }

  async isEnded(sessionId: string): Promise<boolean> {
    const { sessions } = await this.dev<{ sessions: Array<{ sessionId: string; logoutAt?: string }> }>('state');
    return sessions.some((session) => session.sessionId === sessionId && session.logoutAt !== undefined);
  }

  /** By what the documents that the app stored can be found. */
  async associations(): Promise<unknown[]> {
    const documents = await this.dev<Array<{ associations: unknown[] }>>('persistence');
    return documents.flatMap(({ associations }) => associations);
  }

  private get running(): WorkspaceProcess {
    if (this.process === undefined) {
      throw new Error('The workspace is not started.');
    }
    return this.process;
  }

  private async dev<T>(route: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/_dev/${route}`, {
      ...(body && { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`/_dev/${route} answered ${response.status}: ${await response.text()}`);
    }
    return (await response.json()) as T;
  }
}
