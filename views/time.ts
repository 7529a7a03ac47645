/** No place on earth is further from UTC. */
const MOST_HOURS = 14;

/** A moment as a person reads it: in their own time, with the zone said. */
export function timeText(at: number, utcOffset = 0): string {
  // A person sets it in their own account, so it may be anything.
  const utcOffsetHours = Math.abs(utcOffset) <= MOST_HOURS ? utcOffset : 0;
  const local = new Date(at + utcOffsetHours * 3_600_000).toISOString();
  const minutes = Math.round(Math.abs(utcOffsetHours) * 60);
  const sign = utcOffsetHours < 0 ? '−' : '+';
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  const zone = minutes === 0 ? 'UTC' : `UTC${sign}${Math.floor(minutes / 60)}${rest}`;
  return `${local.slice(0, 10)} ${local.slice(11, 16)} (${zone})`;
}
