import { IHttp, ILogger, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { withholdInput } from './engineLog';
import { systemClock } from './system';

/** What the engine hands to one call into the app, and when it began. */
export interface EngineCall {
  readonly app: IApp;
  readonly logger: ILogger;
  readonly read: IRead;
  readonly modify: IModify;
  readonly http: IHttp;
  readonly persistence: IPersistence;
  /** In milliseconds since the epoch. */
  readonly startedAt: number;
}

/**
 * Begins every call into the app: takes its input out of the engine's log, and starts the clock of its budget.
 *
 * Must be the first thing a handler does, before any `await` (see `withholdInput`).
 */
export function beginCall(app: IApp, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence): EngineCall {
  return { app, logger: withholdInput(app), read, modify, http, persistence, startedAt: systemClock.now() };
}

/**
 * The app by which a job reaches its log. Engine 1.62 gives it to the processor as `this`, and loses what is written to
 * any other log (deno-runtime/handlers/scheduler-handler.ts); older engines give nothing of use there.
 *
 * @param self `this` of the processor
 * @param app that registered it
 */
export function appOfJob(self: unknown, app: IApp): IApp {
  const given = self as Partial<IApp> | undefined;
  return typeof given?.getLogger === 'function' ? (given as IApp) : app;
}
