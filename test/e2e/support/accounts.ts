import type { Answer } from '../../../workspace/client/http';
import { DIRECT, Workspace } from './workspace';

/** What an admin does to the accounts of others (apps/meteor/app/api/server/v1/users.ts). */
export async function setActive(workspace: Workspace, username: string, activeStatus: boolean): Promise<void> {
  await asAdmin(workspace, 'users.setActiveStatus', { userId: await idOf(workspace, username), activeStatus });
}

export async function deleteAccount(workspace: Workspace, username: string): Promise<void> {
  await asAdmin(workspace, 'users.delete', { userId: await idOf(workspace, username) });
}

async function asAdmin(workspace: Workspace, route: string, body: object): Promise<void> {
  const { as } = workspace.admin;
  const answer: Answer = await workspace.call(`/api/v1/${route}`, { as, body, headers: { 'User-Agent': DIRECT } });
  if (answer.status !== 200) {
    throw new Error(`${route} answered ${answer.status}: ${answer.text}`);
  }
}

async function idOf(workspace: Workspace, username: string): Promise<string> {
  const user = (await workspace.state()).users.find((each) => each.username === username);
  if (user === undefined) {
    throw new Error(`there is no account "${username}"`);
  }
  return user._id;
}
