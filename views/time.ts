/** A moment as a person reads it: in their own time, with the zone said. */
export function timeText(at: number, utcOffsetHours = 0): string {
  const local = new Date(at + utcOffsetHours * 3_600_000).toISOString();
  const minutes = Math.round(Math.abs(utcOffsetHours) * 60);
  const sign = utcOffsetHours < 0 ? '−' : '+';
  const rest = minutes % 60 === 0 ? '' : `:${String(minutes % 60).padStart(2, '0')}`;
  const zone = minutes === 0 ? 'UTC' : `UTC${sign}${Math.floor(minutes / 60)}${rest}`;
  return `${local.slice(0, 10)} ${local.slice(11, 16)} (${zone})`;
}
