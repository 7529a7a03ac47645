import { setTimeout as pause } from 'timers/promises';
import type { LoggedCall } from '../../../workspace/client/views';
import type { Workspace } from './workspace';

/** How long the engine may take to store a log. */
const PATIENCE_MS = 5000;

/** Names of the secrets that are somewhere in the text. Short ones count only where they are a word of their own. */
export function secretsIn(text: string, secrets: ReadonlyMap<string, string>): string[] {
  const isIn = (secret: string): boolean =>
    secret.length > 12 ? text.includes(secret) : new RegExp(`(?<![A-Za-z0-9])${secret}(?![A-Za-z0-9])`).test(text);
  return [...secrets].filter(([, secret]) => isIn(secret)).map(([name]) => name);
}

/**
 * The engine's logs of calls that have a line beginning so, once there are as many: it stores a log after it has
 * answered.
 */
export async function loggedCalls(workspace: Workspace, beginning: string, count: number): Promise<LoggedCall[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const calls = (await workspace.appLogs()).filter(({ entries }) =>
      entries.some(({ args }) => String(args[0]).startsWith(beginning)),
    );
    if (calls.length >= count || Date.now() > deadline) {
      expect(calls.length).toBeGreaterThanOrEqual(count);
      return calls;
    }
    await pause(50);
  }
}
