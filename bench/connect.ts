import { post } from './http';
import type { BenchWorkspace, Login } from './workspace';

/** Where the command is run; everybody of the seed is there. */
export const ROOM = 'GENERAL';

/** Lets the app act for somebody in chat: asks the command for the address of the consent page, and says yes there. */
export async function connect(workspace: BenchWorkspace, login: Login, username: string): Promise<void> {
  const command = { command: 'logout-session', params: 'connect', roomId: ROOM };
  await post(`${workspace.url}/api/v1/commands.run`, login, command);
  const address = (await workspace.messagesOf(username)).join('\n').match(/https?:\S+\/oauth\/authorize\?\S+/)?.[0];
  if (address === undefined) {
    throw new Error('The command gave no address to connect at.');
  }
  const { origin, pathname, searchParams } = new URL(address);
  const consent = new URLSearchParams([...searchParams, ['token', login['X-Auth-Token']], ['allow', 'yes']]);
  const page = await fetch(origin + pathname, { method: 'POST', body: consent });
  if (!page.ok) {
    throw new Error(`Connecting ended with ${page.status}: ${await page.text()}`);
  }
}
