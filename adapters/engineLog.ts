import { ILogEntry, ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { OperatorLog } from '../core/ports';

/** What takes the place of everything the engine wrote down about a call. */
export const WITHHELD = '[withheld by Session Logout]';

/**
 * Takes out of the engine's own log what it wrote down about the call that is just beginning.
 *
 * Before it calls a handler the engine logs the handler's whole input: headers with the caller's token and code, the
 * body, a command's arguments, an interaction's values (deno-runtime/handlers/api-handler.ts, slashcommand-handler.ts;
 * server/managers/AppApi.js in older engines). The server stores that and shows it to admins. Nothing but the engine's
 * sentence is left, whatever the input was: a list of what to take out would miss the next secret.
 *
 * Must be the first thing a handler does, before any `await`: the engine hands out one logger per call, and another
 * call may begin at the first pause. And the logger must be asked of the app as the handler's own `this` knows it
 * (`this.app.getLogger()` of an endpoint or command, `this.getLogger()` of the app): newer engines call handlers with a
 * `this` that leads to the logger of that very call (deno-runtime/lib/wrapAppForRequest.ts).
 *
 * @returns the logger of this call
 */
export function withholdInput(logger: ILogger): ILogger {
  // `getEntries` is declared, but engines since 1.43 have only the property (deno-runtime/lib/logger.ts).
  const { entries } = logger as unknown as { entries?: ILogEntry[] };
  for (const entry of entries ?? logger.getEntries()) {
    for (let index = 1; index < entry.args.length; index++) {
      entry.args[index] = WITHHELD;
    }
  }
  return logger;
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
