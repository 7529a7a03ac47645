import { setTimeout as pause } from 'timers/promises';
import type { Check } from './check';
import { CouldNotTry, Failed } from './outcomes';
import { NotTheTestPerson } from './targets';
import { TEXTS } from './texts';
import type { World } from './world';

/** How one check ended. Nothing in it is secret. */
export type Result = { readonly id: string; readonly title: string; readonly ms: number } & (
  | { readonly result: 'held'; readonly note?: string }
  | { readonly result: 'failed'; readonly expected: string; readonly saw: string }
  | { readonly result: 'not-tried'; readonly why: string }
);

export interface Run {
  /** Told how each check ended, as soon as it did. */
  readonly onResult: (result: Result) => void;
  /** The person wants it to stop. */
  readonly signal: AbortSignal;
}

/**
 * Tries one check after the other. What one does wrong never stops the others, unless going on could do harm, or the
 * person stops it: then the rest could not be tried.
 */
export async function runChecks(checks: readonly Check[], world: World, { onResult, signal }: Run): Promise<Result[]> {
  const results: Result[] = [];
  let stopped: string | undefined;
  for (const check of checks) {
    const why = signal.aborted ? TEXTS.interrupted : stopped;
    const { result, stops } =
      why === undefined ? await unlessStopped(tried(check, world), check, signal) : notBegun(check, why);
    stopped ??= stops ? TEXTS.stopped : undefined;
    results.push(result);
    onResult(result);
  }
  return results;
}

/** How long the call that is on its way may take once the person stops the run: what it makes has to be known. */
const SETTLES_WITHIN_MS = 10_000;

/** A check that the person stops is waited for a little, so that what it was making can be taken back. */
function unlessStopped(trying: Promise<Tried>, check: Check, signal: AbortSignal): Promise<Tried> {
  return new Promise((resolve) => {
    const stop = (): void => {
      const waiting = new AbortController();
      const patience = pause(SETTLES_WITHIN_MS, undefined, { signal: waiting.signal }).catch(() => undefined);
      void Promise.race([trying, patience]).then(() => {
        waiting.abort();
        resolve(notBegun(check, TEXTS.interrupted));
      });
    };
    signal.addEventListener('abort', stop, { once: true });
    void trying.then((over) => {
      signal.removeEventListener('abort', stop);
      resolve(over);
    });
  });
}

interface Tried {
  readonly result: Result;
  readonly stops: boolean;
}

async function tried(check: Check, world: World): Promise<Tried> {
  const { id, title } = check;
  const begun = performance.now();
  const done = () => ({ id, title, ms: Math.round(performance.now() - begun) });
  const clean = (text: string): string => world.secrets.redact(text);
  try {
    const note = await check.run(world);
    return { result: { ...done(), result: 'held', ...(note && { note: clean(note) }) }, stops: false };
  } catch (thrown) {
    if (thrown instanceof CouldNotTry) {
      return { result: { ...done(), result: 'not-tried', why: clean(thrown.why) }, stops: thrown.stops };
    }
    if (thrown instanceof Failed) {
      const { expected, saw, stops } = thrown;
      return { result: { ...done(), result: 'failed', expected: clean(expected), saw: clean(saw) }, stops };
    }
    const saw = clean(thrown instanceof Error ? thrown.message : String(thrown));
    const stops = thrown instanceof NotTheTestPerson;
    return { result: { ...done(), result: 'failed', expected: title, saw }, stops };
  }
}

function notBegun({ id, title }: Check, why: string): Tried {
  return { result: { id, title, ms: 0, result: 'not-tried', why }, stops: false };
}
