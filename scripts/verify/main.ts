import { type Asking } from '../remote/asking';
import { RemoteError } from '../remote/texts';
import { SocketError } from '../remote/socket';
import { CHECKS } from './checks';
import { readCredentials } from './credentials';
import { helpLines } from './help';
import { appVersion } from './lookups';
import { BadArguments, isWanted, readOptions } from './options';
import { planLines } from './plan';
import { countOf, leftLines, progressLine, type Report, tableLines } from './report';
import { type Result, runChecks } from './run';
import { Secrets } from './secrets';
import { NotReady, startWorld } from './start';
import { TEXTS } from './texts';
import { UndoStack } from './undo';

export const EXIT = { held: 0, failed: 1, notBegun: 2, interrupted: 130 } as const;

export interface Invocation {
  readonly argv: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** With `json` everything but the result goes elsewhere. */
  readonly askingAt: (json: boolean) => Asking;
  readonly print: (text: string) => void;
  /** Ctrl-C: the check under way is given up, and what was made is taken back. */
  readonly signal: AbortSignal;
}

/** `npm run verify`. @returns the exit status. Never throws */
export async function verify({ argv, env, askingAt, print, signal }: Invocation): Promise<number> {
  const secrets = new Secrets();
  const undo = new UndoStack();
  let asking = askingAt(argv.includes('--json'));
  try {
    const options = readOptions(argv);
    if (options === undefined) {
      helpLines(CHECKS).forEach((line) => print(line));
      return EXIT.held;
    }
    asking = askingAt(options.json);
    const checks = CHECKS.filter(({ id }) => isWanted(id, options.only));
    if (checks.length === 0) {
      throw new BadArguments(TEXTS.noSuchCheck(options.only.join(', ')));
    }
    const { url } = options;
    const credentials = await readCredentials(env, asking);
    const [caller, testPerson] = [
      credentials.caller.user ?? credentials.caller.userId ?? '',
      credentials.test.user ?? '',
    ];
    planLines({ url, caller, testPerson, checks }).forEach((line) => asking.say(line));
    if (!credentials.confirmed && !(await asking.confirm(TEXTS.begin))) {
      asking.say(TEXTS.notBegun);
      return EXIT.notBegun;
    }
    const remoteOptions = { allowHttp: options.allowHttp };
    const world = await startWorld({ url, credentials, asking, remoteOptions, undo, secrets, signal });
    const onResult = (result: Result): void => asking.say(progressLine(result));
    const results = await runChecks(checks, world, { onResult, signal });
    const report: Report = {
      url: world.remote.url,
      workspace: world.release,
      app: await appVersion(world.remote),
      caller: world.caller.username,
      testPerson: world.targets.person.username,
      startedAt: world.startedAt.toISOString(),
      held: countOf(results, 'held'),
      failed: countOf(results, 'failed'),
      notTried: countOf(results, 'not-tried'),
      left: await undo.all(),
      checks: results,
    };
    tableLines(report).forEach((line) => asking.say(line));
    if (options.json) {
      print(JSON.stringify(report, null, 2));
    }
    return signal.aborted ? EXIT.interrupted : report.failed + report.left.length > 0 ? EXIT.failed : EXIT.held;
  } catch (thrown) {
    asking.say(`${TEXTS.title}: ${secrets.redact(explain(thrown))}`);
    leftLines(await undo.all()).forEach((line) => asking.say(line));
    return signal.aborted ? EXIT.interrupted : EXIT.notBegun;
  } finally {
    await undo.all();
  }
}

function explain(thrown: unknown): string {
  const known = [BadArguments, NotReady, RemoteError, SocketError];
  return thrown instanceof Error && known.some((kind) => thrown instanceof kind)
    ? thrown.message
    : thrown instanceof Error
      ? (thrown.stack ?? thrown.message)
      : String(thrown);
}
