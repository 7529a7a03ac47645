import type { Check } from './check';
import { TEXTS } from './texts';

export interface PlannedRun {
  readonly url: string;
  readonly caller: string;
  readonly testPerson: string;
  readonly checks: readonly Pick<Check, 'id'>[];
}

const { plan } = TEXTS;
/** Checks that send an incorrect code of the one who ends sessions. */
const INCORRECT = ['endpoint.code-incorrect', 'chat.dialog'];

/** What is about to happen, to whom, and what of it stays, as far as these checks do it. */
export function planLines({ url, caller, testPerson, checks }: PlannedRun): string[] {
  const has = (...ids: readonly string[]): boolean => checks.some(({ id }) => ids.some((each) => id.startsWith(each)));
  const incorrect = INCORRECT.filter((id) => has(id)).length;
  const connects = has('chat.connect', 'chat.dialog', 'chat.search', 'chat.one-line', 'chat.disconnect', 'lockout.');
  const list = (all: ReadonlyArray<readonly [boolean, string]>): string[] =>
    all.filter(([isMeant]) => isMeant).map(([, line]) => `  - ${line}`);
  return [
    plan.heading(url),
    plan.caller(caller),
    plan.test(testPerson),
    plan.does,
    ...list([
      [true, plan.sessions(testPerson)],
      [has('several.all'), plan.all(testPerson)],
      [has('several.everything'), plan.everything(testPerson)],
      [connects, plan.connect(caller)],
      [has('endpoint.bypass-token'), plan.token(caller)],
      [incorrect > 0, plan.incorrect(caller, incorrect)],
      [has('lockout.'), plan.lockout(testPerson)],
    ]),
    plan.remains,
    ...list([
      [true, plan.record],
      [true, plan.messages(testPerson)],
      [true, plan.listed(testPerson)],
      [connects, plan.consent],
    ]),
    plan.nobodyElse,
  ];
}
