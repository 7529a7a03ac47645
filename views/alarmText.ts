import { EndedNotice, LockoutNotice, NoticedSession, Notice } from '../core/alarm/notice';
import { SessionResult } from '../core/shared/target';
import { harmless } from './harmless';
import { Translate } from './texts/catalogue';
import { timeText } from './time';

/** With more notices a room gets a summary. */
const MOST_LINES = 10;
/** How many people or devices one message names. */
const MOST_NAMED = 20;
const MOST_OF_A_NAME = 60;
const MOST_OF_A_DEVICE = 80;
const MOST_OF_A_REASON = 200;
/** The server refuses a message of more characters, unless an admin allows more. */
const MOST_CHARACTERS = 5_000;
const RESULTS: readonly SessionResult[] = ['ended', 'unknown', 'already-gone', 'refused', 'failed', 'not-begun'];

/** Who reads it, and how. */
export interface PersonReads {
  readonly t: Translate;
  /** In hours. */
  readonly utcOffset: number;
  /** Whether it says who did it, and why. */
  readonly withWho: boolean;
}

/** What one person is told about what was ended of theirs, and what to do if that surprises them. */
export function personText(notice: EndedNotice, userId: string, { t, utcOffset, withWho }: PersonReads): string {
  const time = timeText(notice.at, utcOffset);
  const own = notice.sessions.filter((session) => session.userId === userId);
  const lines: string[] = [];
  if (notice.everything?.userId === userId) {
    lines.push(t(`alarm:person:everything:${notice.everything.result}` as const, { time }));
  } else {
    for (const result of ['ended', 'unknown'] as const) {
      const sessions = own.filter((session) => session.result === result);
      if (sessions.length > 0) {
        const devices = devicesText(sessions, t);
        lines.push(t(`alarm:person:${result}` as const, { time, count: String(sessions.length), devices }));
      }
    }
  }
  if (withWho) {
    lines.push(t('alarm:by', { who: harmless(notice.callerUsername, MOST_OF_A_NAME) }));
    if (notice.reason !== undefined) {
      lines.push(t('alarm:reason', { reason: harmless(notice.reason, MOST_OF_A_REASON) }));
    }
  }
  lines.push(t('alarm:person:advice'));
  return lines.join('\n');
}

/** What a room is told: one line per notice, or what they add up to where there are many. Times are UTC. */
export function roomText(notices: readonly Notice[], t: Translate): string {
  const lines = notices.map((notice) => (notice.kind === 'ended' ? endedLine(notice, t) : lockoutLine(notice, t)));
  const text = lines.join('\n');
  return lines.length <= MOST_LINES && text.length <= MOST_CHARACTERS ? text : summary(notices, t);
}

function endedLine(notice: EndedNotice, t: Translate): string {
  const { at, callerUsername, everything, reason, correlationId } = notice;
  const line = t(everything ? 'alarm:room:everything' : 'alarm:room:ended', {
    time: timeText(at),
    who: harmless(callerUsername, MOST_OF_A_NAME),
    whom: peopleText([notice], t),
    results: resultsText([notice], t),
  });
  const why = reason === undefined ? [] : [t('alarm:reason', { reason: harmless(reason, MOST_OF_A_REASON) })];
  return [line, ...why, t('chat:request', { request: harmless(correlationId, MOST_OF_A_DEVICE) })].join(' ');
}

function lockoutLine({ at, until, callerUsername }: LockoutNotice, t: Translate): string {
  const who = harmless(callerUsername, MOST_OF_A_NAME);
  return t('alarm:room:lockout', { time: timeText(at), who, until: timeText(until) });
}

function summary(notices: readonly Notice[], t: Translate): string {
  const times = notices.map(({ at }) => at);
  const span = { from: timeText(Math.min(...times)), to: timeText(Math.max(...times)) };
  const ended = notices.filter((notice): notice is EndedNotice => notice.kind === 'ended');
  const lockouts = notices.filter((notice): notice is LockoutNotice => notice.kind === 'lockout');
  const lines: string[] = [];
  if (ended.length > 0) {
    lines.push(
      t('alarm:room:summary', {
        ...span,
        count: String(ended.length),
        who: callersText(ended, t),
        whom: peopleText(ended, t),
        results: resultsText(ended, t),
      }),
    );
  }
  if (lockouts.length > 0) {
    lines.push(t('alarm:room:lockouts', { ...span, count: String(lockouts.length), who: callersText(lockouts, t) }));
  }
  return lines.join('\n');
}

/** `ended: 3, already gone: 1` */
function resultsText(notices: readonly EndedNotice[], t: Translate): string {
  const sessions = notices.flatMap((notice) => notice.sessions);
  const counts = RESULTS.map((result) => ({ result, count: sessions.filter((each) => each.result === result).length }));
  const named = counts.filter(({ count }) => count > 0);
  return named.length === 0
    ? t('alarm:count:ended', { count: '0' })
    : named.map(({ result, count }) => t(`alarm:count:${result}` as const, { count: String(count) })).join(', ');
}

function peopleText(notices: readonly EndedNotice[], t: Translate): string {
  const people = notices.flatMap(({ sessions, everything }) => [...(everything ? [everything] : []), ...sessions]);
  const names = people.map(({ username, userId }) => username ?? userId);
  return listed(
    names.map((name) => (name === undefined ? t('alarm:unknown-person') : harmless(name, MOST_OF_A_NAME))),
    false,
    t,
  );
}

function callersText(notices: readonly Notice[], t: Translate): string {
  return listed(
    notices.map(({ callerUsername }) => harmless(callerUsername, MOST_OF_A_NAME)),
    true,
    t,
  );
}

function devicesText(sessions: readonly NoticedSession[], t: Translate): string {
  const names = sessions.map(({ device }) => harmless(device ?? t('choice:unknown-device'), MOST_OF_A_DEVICE));
  return listed(names, true, t);
}

/** Each once, with how often where that is asked for; as many as a message has room for. */
function listed(names: readonly string[], counted: boolean, t: Translate): string {
  const counts = new Map<string, number>();
  names.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  const all = Array.from(counts, ([name, count]) => (counted && count > 1 ? `${name} ×${count}` : name));
  const rest = all.length - MOST_NAMED;
  return rest > 0 ? [...all.slice(0, MOST_NAMED), t('alarm:more', { count: String(rest) })].join(', ') : all.join(', ');
}
