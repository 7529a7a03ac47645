import { ChatStep } from '../core/chat/chatStep';
import { BatchResult } from '../core/many/batch';
import { SessionResult, TargetResult } from '../core/shared/target';
import { asCode } from './plain';
import { TextKey, Translate } from './texts/catalogue';
import { en } from './texts/en';
import { timeText } from './time';

type BatchOver = Extract<ChatStep, { kind: 'batch-over' }>;

/** What needs a look comes first. */
const ORDER: readonly SessionResult[] = ['unknown', 'failed', 'refused', 'not-begun', 'ended', 'already-gone'];
/** A message of more than 5,000 characters is refused by the server; some room is left for what stands around. */
const MOST_CHARACTERS = 4_000;

/** How a batch ended, for every session by what a person knows it by. */
export function batchText(
  { batch, everything = false, complete = true }: Pick<BatchOver, 'batch' | 'everything' | 'complete'>,
  names: Readonly<Record<string, string>>,
  utcOffset: number,
  t: Translate,
): string {
  const { results, at } = batch;
  const gone = results.filter(({ result }) => result === 'ended' || result === 'already-gone').length;
  const values = { ...names, gone: String(gone), count: String(results.length), time: timeText(at, utcOffset) };
  const lines = [
    t(headOf(everything ? complete && gone === results.length : gone === results.length, everything), values),
  ];
  if (!everything && !complete) {
    lines.push(t('batch:incomplete'));
  }
  if (batch.stoppedBy !== undefined) {
    lines.push(t('batch:stopped', { error: reasonOf(batch, names, t) }));
  }
  let left = MOST_CHARACTERS;
  for (const result of ORDER) {
    const line = resultLine(
      result,
      results.filter((each) => each.result === result),
      left,
      t,
    );
    lines.push(...line);
    left -= line.join('').length;
  }
  return lines.join('\n');
}

/** Why a batch stopped. The texts of many errors say that nothing was changed, which is not so here. */
function reasonOf(
  { stoppedBy, retryAfterSeconds = 60 }: BatchResult,
  names: Readonly<Record<string, string>>,
  t: Translate,
): string {
  const keys = [`batch:stopped:${stoppedBy}`, `chat:${stoppedBy}`, stoppedBy];
  return t(keys.find((key) => key !== undefined && key in en) as TextKey, {
    ...names,
    seconds: String(retryAfterSeconds),
  });
}

function headOf(allGone: boolean, everything: boolean): TextKey {
  if (everything) {
    return allGone ? 'batch:everything-ended' : 'batch:everything-ended-not-listed';
  }
  return allGone ? 'batch:all-ended' : 'batch:some-ended';
}

/** Sessions that a person cannot tell apart, as many tabs of one browser, are named once with their number. */
function resultLine(result: SessionResult, targets: readonly TargetResult[], room: number, t: Translate): string[] {
  if (targets.length === 0) {
    return [];
  }
  const alike = new Map<string, number>();
  targets.map(nameOf).forEach((name) => alike.set(name, (alike.get(name) ?? 0) + 1));
  const named: string[] = [];
  let length = 0;
  let left = targets.length;
  for (const [name, count] of alike) {
    const text = count === 1 ? name : `${name} ×${count}`;
    length += text.length + 2;
    if (length > room) {
      named.push(t('batch:more', { count: String(left) }));
      break;
    }
    named.push(text);
    left -= count;
  }
  return [t(`batch:${result}` as const, { count: String(targets.length), sessions: named.join(', ') })];
}

function nameOf({ username, device, sessionId }: TargetResult): string {
  const known = [username === undefined ? undefined : `@${username}`, device].filter((part) => part !== undefined);
  return asCode(known.length > 0 ? known.join(' · ') : sessionId);
}
