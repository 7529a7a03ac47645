/** When and where a time is read. */
export interface ReaderTime {
  /** In milliseconds since the epoch. */
  readonly now: number;
  /** Of the zone that is meant where a text names none, in hours; programs mean UTC. */
  readonly utcOffset: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const AGO: Readonly<Record<string, number>> = { h: HOUR_MS, d: DAY_MS, w: 7 * DAY_MS };
const AGO_FORM = /^(\d{1,4})([hdw])$/i;
const DATE_FORM =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3})\d{0,6})?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/i;
/** Longer than any form. */
const MAX_LENGTH = 40;
/** Zones from -12 to +14 h. */
const MAX_ZONE_MS = 14 * HOUR_MS;

/**
 * The time that a text means: `2026-11-01` (when that day began), `2026-11-01T12:30`, with seconds and a zone
 * (`Z`, `+02:00`) or without, `today`, `yesterday` (when that day began), or so long ago: `3h`, `2d`, `1w`.
 *
 * @returns milliseconds since the epoch; undefined when it means none, such as 30 February
 */
export function momentOf(text: string, { now, utcOffset }: ReaderTime): number | undefined {
  if (text.length > MAX_LENGTH) {
    return undefined;
  }
  const word = text.toLowerCase();
  const offsetMs = utcOffset * HOUR_MS;
  if (word === 'today' || word === 'yesterday') {
    const today = Math.floor((now + offsetMs) / DAY_MS) * DAY_MS - offsetMs;
    return word === 'today' ? today : today - DAY_MS;
  }
  const [, count, unit] = AGO_FORM.exec(word) ?? [];
  return count === undefined ? dateOf(text, offsetMs) : now - Number(count) * AGO[unit];
}

function dateOf(text: string, offsetMs: number): number | undefined {
  const [all, ...parts] = DATE_FORM.exec(text) ?? [];
  if (all === undefined) {
    return undefined;
  }
  const [year, month, day, hours = 0, minutes = 0, seconds = 0] = parts.slice(0, 6).map((part) => Number(part ?? 0));
  const time = Date.UTC(year, month - 1, day, hours, minutes, seconds);
  const thousandths = Number((parts[6] ?? '0').padEnd(3, '0'));
  const zone = parts[7] === undefined ? offsetMs : zoneOf(parts[7]);
  return zone === undefined || !isWritten(time, [year, month - 1, day, hours, minutes, seconds])
    ? undefined
    : time + thousandths - zone;
}

/** Whether a time has exactly these parts: `Date.UTC` makes a 2 March of 30 February. */
function isWritten(time: number, parts: readonly number[]): boolean {
  const date = new Date(time);
  const found = [
    date.getUTCFullYear(),
    date.getUTCMonth(),
    date.getUTCDate(),
    date.getUTCHours(),
    date.getUTCMinutes(),
    date.getUTCSeconds(),
  ];
  return found.every((part, index) => part === parts[index]);
}

function zoneOf(text: string): number | undefined {
  if (/^z$/i.test(text)) {
    return 0;
  }
  const [hours, minutes] = [Number(text.slice(1, 3)), Number(text.slice(3).replace(':', ''))];
  const size = hours * HOUR_MS + minutes * 60_000;
  if (minutes > 59 || size > MAX_ZONE_MS) {
    return undefined;
  }
  return text.startsWith('-') ? -size : size;
}
