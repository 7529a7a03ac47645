import { Translate } from './texts/catalogue';

/** No place on earth is further from UTC. */
const MOST_HOURS = 14;

const HOUR_MS = 3_600_000;

/** A moment as a person reads it: in their own time, with the zone said. */
export function timeText(at: number, utcOffset = 0): string {
  const utcOffsetHours = knownOffset(utcOffset);
  const local = localTime(at, utcOffset);
  const minutes = Math.round(Math.abs(utcOffsetHours) * 60);
  const sign = utcOffsetHours < 0 ? '−' : '+';
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  const zone = minutes === 0 ? 'UTC' : `UTC${sign}${Math.floor(minutes / 60)}${rest}`;
  return `${local.slice(0, 10)} ${local.slice(11, 16)} (${zone})`;
}

/** A moment of the last year where there is little room, in the reader's own time: `11-23 21:00`. */
export function shortTimeText(at: number, utcOffset = 0): string {
  const local = localTime(at, utcOffset);
  return `${local.slice(5, 10)} ${local.slice(11, 16)}`;
}

/** How long ago a moment was: `3 h ago`. */
export function agoText(at: number, now: number, t: Translate): string {
  const minutes = Math.max(0, Math.floor((now - at) / 60_000));
  if (minutes < 60) {
    return t('ago:minutes', { count: String(minutes) });
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? t('ago:hours', { count: String(hours) })
    : t('ago:days', { count: String(Math.floor(hours / 24)) });
}

function localTime(at: number, utcOffset: number): string {
  return new Date(at + knownOffset(utcOffset) * HOUR_MS).toISOString();
}

/** A person's offset from UTC in hours, as far as it makes sense: it is set in their account, so it may be anything. */
export function knownOffset(utcOffset: unknown): number {
  return typeof utcOffset === 'number' && Math.abs(utcOffset) <= MOST_HOURS ? utcOffset : 0;
}
