import type { RemoteLogin } from '../remote/login';
import type { RestAnswer } from '../remote/rest';
import { APP_PATH, contentOf } from './app';
import { send } from './http';

/** A part of the set-up as `GET health` shows it. */
export interface SetupPart {
  readonly part: string;
  readonly finding: string;
  readonly state: string;
  readonly text: string;
}

const PATIENCE_MS = 40_000;

/** `GET health`, as anybody or somebody. */
export function health(workspaceUrl: string, headers: Record<string, string> = {}): Promise<RestAnswer> {
  return send(`${workspaceUrl}${APP_PATH}/health`, { method: 'GET', headers }, PATIENCE_MS);
}

/** The set-up as the app itself sees it; undefined for somebody without an allowed role. */
export async function setupAsSeenBy({
  remote,
  userId,
  authToken,
}: RemoteLogin): Promise<readonly SetupPart[] | undefined> {
  const answer = await health(remote.url, { 'X-User-Id': userId, 'X-Auth-Token': authToken });
  return contentOf(answer).checks as readonly SetupPart[] | undefined;
}
