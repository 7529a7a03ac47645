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
export async function loggedCalls(
  workspace: Workspace,
  beginning: string | RegExp,
  count: number,
): Promise<LoggedCall[]> {
  return logsOnceThere(workspace, beginning, count, (calls) => calls.length);
}

/** The engine's lines for a command that begins, and that has ended well: up to 1.59, and in 1.62. */
export const COMMAND_BEGUN = /(?:logout-session's executor|Command) is being executed/;
export const COMMAND_EXECUTED = /(?:logout-session's executor|Command) was successfully executed/;

/**
 * The same, once there are as many such lines, of one call or of several. For calls beside which a job may begin: an
 * engine with Deno, up to 1.59 at least, hands every answer the log that began last (deno-runtime/lib/messenger.ts), so
 * that a call's first lines are lost; the line that says how it ended never is.
 */
export async function loggedEndings(
  workspace: Workspace,
  ending: string | RegExp,
  count: number,
): Promise<LoggedCall[]> {
  return logsOnceThere(workspace, ending, count, (calls) =>
    calls.reduce((sum, { entries }) => sum + entries.filter(beginsWith(ending)).length, 0),
  );
}

/** What the engine says of a call: a text, or in 1.62 the `msg` of an object. */
const beginsWith =
  (beginning: string | RegExp) =>
  ({ args: [first] }: LoggedCall['entries'][number]): boolean => {
    const said = String((first as { msg?: unknown } | undefined)?.msg ?? first);
    return typeof beginning === 'string' ? said.startsWith(beginning) : said.search(beginning) === 0;
  };

async function logsOnceThere(
  workspace: Workspace,
  beginning: string | RegExp,
  count: number,
  countIn: (calls: readonly LoggedCall[]) => number,
): Promise<LoggedCall[]> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const calls = (await workspace.appLogs()).filter(({ entries }) => entries.some(beginsWith(beginning)));
    if (countIn(calls) >= count || Date.now() > deadline) {
      expect(countIn(calls)).toBeGreaterThanOrEqual(count);
      return calls;
    }
    await pause(50);
  }
}
