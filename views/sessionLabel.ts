import { Listed } from '../core/chat/search';
import { asPlain, shortened } from './plain';
import { Translate } from './texts/catalogue';
import { agoText, shortTimeText, timeText } from './time';

/** Who reads a list: their own sessions are marked, and times are theirs. */
export interface Reader {
  readonly callerId: string;
  /** In milliseconds since the epoch. */
  readonly now: number;
  /** In hours. */
  readonly utcOffset: number;
}

/** A chosen label that is longer than this sticks out of its field in web clients. */
const MOST_CHARACTERS = 60;
const SEPARATOR = ' · ';

/**
 * A session where it can be chosen: `2 · Chrome 120 · Mac OS 10.15 · 203.0.113.24 · 11-23 21:00`. What does not fit is
 * left out, the time never, where it is known.
 *
 * @param number by which the line about it is found
 */
export function sessionLabel(
  session: Listed,
  number: number,
  withPerson: boolean,
  { callerId, utcOffset }: Reader,
  t: Translate,
): string {
  const first = `${number}${session.userId === callerId ? ` (${t('choice:you')})` : ''}`;
  const last = session.loginAt === undefined ? [] : [shortTimeText(session.loginAt, utcOffset)];
  const parts = [withPerson ? personOf(session) : undefined, brief(session.client), brief(session.os), session.ip]
    .filter((part): part is string => part !== undefined)
    .map(asPlain);
  if (parts.length === 0) {
    parts.push(t('choice:unknown-device'));
  }
  const room = MOST_CHARACTERS - first.length - SEPARATOR.length - last.join('').length - SEPARATOR.length;
  let middle = '';
  for (const part of parts) {
    const longer = middle === '' ? shortened(part, room) : `${middle}${SEPARATOR}${part}`;
    if (longer.length <= room) {
      middle = longer;
    }
  }
  return [first, middle, ...last].join(SEPARATOR);
}

/** A session as a person recognises it: whose, which device with versions, from where, and when. */
export function sessionLine(session: Listed, number: number, reader: Reader, t: Translate): string {
  const { loginAt, userId } = session;
  const own = userId === reader.callerId ? [t('choice:you')] : [];
  const what = [personOf(session), session.client, session.os, session.ip, ...own].filter((part) => part !== undefined);
  const line = `${number}. ${what.map((part) => asPlain(part ?? '')).join(SEPARATOR)}`;
  if (loginAt === undefined) {
    return line;
  }
  const time = timeText(loginAt, reader.utcOffset);
  return `${line} – ${t('choice:logged-in', { time, ago: agoText(loginAt, reader.now, t) })}`;
}

function personOf({ username, userId }: Listed): string | undefined {
  return username === undefined ? userId : `@${username}`;
}

/** `Chrome 120.0.6099.225` becomes `Chrome 120.0`. */
function brief(named: string | undefined): string | undefined {
  return named?.replace(/(\d+\.\d+)[.\d\s]*$/, '$1');
}
