import type { Check } from './check';
import { TEXTS } from './texts';
import { MOST_INCORRECT_CODES } from './world';

export interface PlannedRun {
  readonly url: string;
  readonly caller: string;
  readonly testPerson: string;
  readonly checks: readonly Pick<Check, 'id'>[];
}

const { plan } = TEXTS;
/** Checks that send an incorrect code of the one who ends sessions. */
const INCORRECT = ['endpoint.code-incorrect', 'chat.dialog', 'everything.code-incorrect', 'chat.everything'];

/** What is about to happen, to whom, and what of it stays, as far as these checks do it. */
export function planLines({ url, caller, testPerson, checks }: PlannedRun): string[] {
  const has = (...ids: readonly string[]): boolean => checks.some(({ id }) => ids.some((each) => id.startsWith(each)));
  const incorrect = Math.min(INCORRECT.filter((id) => has(id)).length, MOST_INCORRECT_CODES);
  const connects = has(
    'chat.connect',
    'chat.dialog',
    'chat.search',
    'chat.one-line',
    'chat.everything',
    'chat.disconnect',
    'lockout.',
  );
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
      [has('everything.logout'), plan.everything(testPerson)],
      [has('chat.everything') && !has('everything.logout'), plan.everythingInChat(testPerson)],
      [connects, plan.connect(caller)],
      [has('endpoint.bypass-token', 'everything.bypass-token'), plan.token(caller)],
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
