import { BatchResult, SessionResult, TargetResult } from '../core/many/batch';
import { asCode } from './plain';
import { TextKey, Translate } from './texts/catalogue';
import { en } from './texts/en';
import { timeText } from './time';

/** What needs a look comes first. */
const ORDER: readonly SessionResult[] = ['unknown', 'failed', 'refused', 'not-begun', 'ended', 'already-gone'];
/** A message of more than 5,000 characters is refused by the server; some room is left for what stands around. */
const MOST_CHARACTERS = 4_000;

/**
 * How a batch ended, for every session by what a person knows it by.
 *
 * @param everything whether all logins of the person are ended, and the sessions only had to leave the list
 */
export function batchText(
  { results, stoppedBy, at }: BatchResult,
  names: Readonly<Record<string, string>>,
  utcOffset: number,
  t: Translate,
  everything = false,
): string {
  const gone = results.filter(({ result }) => result === 'ended' || result === 'already-gone').length;
  const values = { ...names, gone: String(gone), count: String(results.length), time: timeText(at, utcOffset) };
  const lines = [t(headOf(gone === results.length, everything), values)];
  if (stoppedBy !== undefined) {
    const inChat = `chat:${stoppedBy}`;
    lines.push(t('batch:stopped', { error: t((inChat in en ? inChat : stoppedBy) as TextKey, names) }));
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

function headOf(allGone: boolean, everything: boolean): TextKey {
  if (everything) {
    return allGone ? 'batch:everything-ended' : 'batch:everything-ended-not-listed';
  }
  return allGone ? 'batch:all-ended' : 'batch:some-ended';
}

function resultLine(result: SessionResult, targets: readonly TargetResult[], room: number, t: Translate): string[] {
  if (targets.length === 0) {
    return [];
  }
  const named: string[] = [];
  let length = 0;
  for (const target of targets) {
    const name = nameOf(target);
    length += name.length + 2;
    if (length > room) {
      named.push(t('batch:more', { count: String(targets.length - named.length) }));
      break;
    }
    named.push(name);
  }
  return [t(`batch:${result}` as const, { count: String(targets.length), sessions: named.join(', ') })];
}

function nameOf({ username, device, sessionId }: TargetResult): string {
  const known = [username === undefined ? undefined : `@${username}`, device].filter((part) => part !== undefined);
  return asCode(known.length > 0 ? known.join(' · ') : sessionId);
}
