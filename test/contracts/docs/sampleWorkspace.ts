import manifest from '../../../app.json';
import { WorkspaceClient } from '../../../workspace/client/workspaceClient';
import { WorkspaceProcess } from '../../../workspace/client/workspaceProcess';

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
    const { client } = this;
    const [{ sessionId }] = await client.devices('alice', 1);
    const { userId, authToken } = await client.logIn('admin');
    const { accessToken } = await client.grantAccess('admin');
    const environment = {
      USER_ID: userId,
      TOKEN: authToken,
      ACCESS_TOKEN: accessToken,
      CODE: await client.code('admin'),
    };
    return { sessionId, environment };
  }

  async isEnded(sessionId: string): Promise<boolean> {
    const { sessions } = await this.client.state();
    return sessions.some((session) => session.sessionId === sessionId && session.logoutAt !== undefined);
  }

  /** By what the documents that the app stored can be found. */
  async associations(): Promise<unknown[]> {
    return (await this.client.persistence()).flatMap(({ associations }) => associations ?? []);
  }

  private get client(): WorkspaceClient {
    return new WorkspaceClient(this.url);
  }

  private get running(): WorkspaceProcess {
    if (this.process === undefined) {
      throw new Error('The workspace is not started.');
    }
    return this.process;
  }
}
