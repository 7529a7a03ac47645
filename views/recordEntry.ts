import { ShownEntry } from '../core/chat/reading';
import { asPlain, shortened } from './plain';
import { Reader } from './sessionLabel';
import { TextKey, Translate } from './texts/catalogue';
import { en } from './texts/en';
import { timeText } from './time';

const SEPARATOR = ' · ';
/** How many people of a batch are named where there is little room. */
const PEOPLE_NAMED = 3;
/** Of a reason where there is little room, in characters. */
const REASON_CHARACTERS = 80;

/** When, who, what, and about whom, on one line. */
export function entryLine(entry: ShownEntry, { utcOffset }: Reader, t: Translate): string {
  const { at, callerUsername, action } = entry;
  return line([timeText(at, utcOffset), `@${callerUsername}`, t(`record:action:${action}` as const), peopleOf(entry)]);
}

/** How it ended, which device, and why, on one line. */
export function entryNote(entry: ShownEntry, t: Translate): string {
  const { targetDevice, sessionId, sessionCount, reason, times } = entry;
  return line([
    resultText(entry, t),
    times === undefined ? undefined : t('record:times', { count: String(times) }),
    sessionCount === undefined ? (targetDevice ?? sessionId) : t('record:sessions', { count: String(sessionCount) }),
    reason === undefined ? undefined : shortened(asPlain(reason), REASON_CHARACTERS),
  ]);
}

/** All that is recorded, one line each. */
export function entryDetails(entry: ShownEntry, { utcOffset }: Reader, t: Translate): string[] {
  const { outcome, sessions = [], sessionCount = 0 } = entry;
  const known = outcome === 'unknown' ? undefined : outcome;
  const { otherAccountUsername: other, targetUsername: target } = entry;
  const named: ReadonlyArray<readonly [TextKey, string | undefined]> = [
    ['record:field:time', timeText(entry.at, utcOffset)],
    ['record:field:caller', `@${entry.callerUsername} (${entry.callerRoles.join(', ')})`],
    ['record:field:action', t(`record:action:${entry.action}` as const)],
    ['record:field:result', resultText(entry, t)],
    ['record:field:times', entry.times === undefined ? undefined : String(entry.times)],
    ['record:field:person', target === undefined ? undefined : `@${target}`],
    ['record:field:device', entry.targetDevice],
    ['record:field:session', entry.sessionId],
    ['record:field:reason', entry.reason],
    ['record:field:other-account', other === undefined ? undefined : `@${other}`],
    ['record:field:second-factor', known?.secondFactor],
    ['record:field:workspace-status', known?.workspaceStatus?.toString()],
    ['record:field:via', t(`record:via:${entry.via}` as const)],
    ['record:field:request', entry.correlationId],
  ];
  const rest = sessionCount - sessions.length;
  return [
    ...named
      .filter((each): each is readonly [TextKey, string] => each[1] !== undefined)
      .map(([label, value]) => `${t(label)}: ${asPlain(value)}`),
    ...sessions.map(({ sessionId, username, device, result }, index) => {
      const whose = username === undefined ? undefined : `@${username}`;
      return `${index + 1}. ${line([t(`record:session:${result}` as const), whose, device, sessionId])}`;
    }),
    ...(rest > 0 ? [t('record:more-sessions', { count: String(rest) })] : []),
  ];
}

/** How it ended, in words; what has no words of its own by its code, which the documents explain. */
function resultText({ outcome }: ShownEntry, t: Translate): string {
  const result = outcome === 'unknown' ? outcome : outcome.result;
  const key = `record:result:${result}`;
  return key in en ? t(key as TextKey) : t('record:result:other', { result });
}

function peopleOf({ targetUsername, sessions = [] }: ShownEntry): string | undefined {
  if (targetUsername !== undefined) {
    return `@${targetUsername}`;
  }
  const names = Array.from(new Set(sessions.map(({ username }) => username))).filter((name) => name !== undefined);
  const named = names.slice(0, PEOPLE_NAMED).map((name) => `@${name}`);
  return named.length === 0 ? undefined : `${named.join(', ')}${names.length > PEOPLE_NAMED ? ', …' : ''}`;
}

function line(parts: ReadonlyArray<string | undefined>): string {
  return parts
    .filter((part): part is string => part !== undefined && part !== '')
    .map(asPlain)
    .join(SEPARATOR);
}
