import { ILogEntry, ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { OperatorLog } from '../core/shared/ports';

/** What takes the place of everything the engine wrote down about a call. */
export const WITHHELD = '[withheld by Session Logout]';

/** How many loggers wait for a handler to begin. In the older engine many calls can begin in the same turn. */
const MOST_WAITING = 256;

/** What the app remembers of the loggers that the engine gave it and no handler has looked at. Lives as long as a turn. */
const waitingLoggers = new WeakMap<object, ILogger[]>();

/**
 * Lets an app see every logger that the engine gives it, not only the last one.
 *
 * Engines up to 1.42 write a call's input to its logger, and begin its handler a moment later
 * (server/runtime/AppsEngineVM2Runtime.ts); when two calls begin in the same turn, both handlers find the second logger
 * in place, and nobody would take the secrets out of the first. This is not a memory of the app: it is empty again as
 * soon as a handler has begun.
 *
 * @param prototype of the app's class, on which the engine sets `logger`
 */
export function watchLoggers(prototype: object): void {
  const current = new WeakMap<object, ILogger>();
  Object.defineProperty(prototype, 'logger', {
    configurable: true,
    get(this: object) {
      return current.get(this);
    },
    set(this: object, logger: ILogger) {
      current.set(this, logger);
      const waiting = waitingLoggers.get(this) ?? [];
      waitingLoggers.set(this, waiting);
      waiting.push(logger);
      // A logger that has to make room will not be looked at again, so nothing may be left in it.
      for (const dropped of waiting.splice(0, waiting.length - MOST_WAITING)) {
        withholdArguments(dropped);
      }
    },
  });
}

/**
 * Takes out of the engine's own log what it wrote down about the calls that are just beginning.
 *
 * Before it calls a handler the engine logs the handler's whole input: headers with the caller's token and code, the
 * body, a command's arguments, an interaction's values (deno-runtime/handlers/api-handler.ts, slashcommand-handler.ts;
 * server/managers/AppApi.ts in older engines). The server stores that and shows it to admins. Nothing but the engine's
 * sentence is left, whatever the input was: a list of what to take out would miss the next secret.
 *
 * Must be the first thing a handler does, before any `await`: another call may begin at the first pause. And the app
 * must be the one that the handler's own `this` knows (`this.app` of an endpoint or command, `this` of the app): engines
 * of 8.x call handlers with a `this` that leads to the logger of that very call (deno-runtime/lib/wrapAppForRequest.ts).
 *
 * @returns the logger of this call
 */
export function withholdInput(app: { getLogger(): ILogger }): ILogger {
  const logger = app.getLogger();
  for (const each of [logger].concat(waitingLoggers.get(app) ?? [])) {
    withholdArguments(each);
  }
  waitingLoggers.delete(app);
  return logger;
}

function withholdArguments(logger: ILogger): void {
  // `getEntries` is declared, but engines since 1.43 have only the property (deno-runtime/lib/logger.ts).
  const { entries } = logger as unknown as { entries?: ILogEntry[] };
  for (const entry of entries ?? logger.getEntries()) {
    for (let index = 0; index < entry.args.length; index++) {
      entry.args[index] = index === 0 ? sentenceOf(entry.args[index]) : WITHHELD;
    }
  }
}

/**
 * The engine's sentence is a text. Engine 1.62 also writes an object that has a command's arguments in it, and the
 * sentence as its `msg` (deno-runtime/handlers/slashcommand-handler.ts).
 */
function sentenceOf(first: unknown): unknown {
  if (typeof first !== 'object' || first === null) {
    return first;
  }
  const { msg } = first as { msg?: unknown };
  return typeof msg === 'string' ? { msg, input: WITHHELD } : WITHHELD;
}

/** The app's log as the rules see it. Never throws: a logout must not fail because it could not be logged. */
export function operatorLog(logger: ILogger): OperatorLog {
  return {
    note: ({ event, correlationId, result }) => {
      try {
        logger.info(JSON.stringify({ event, correlationId, result }));
      } catch {
        // Nothing to fall back on; the audit log has the record.
      }
    },
  };
}
