/** The time of day in the reader's own zone. */
export function timeOf(iso: string, withSeconds = false): string {
  return new Date(iso).toLocaleTimeString([], {
    hour: '2-digit',
    minute: '2-digit',
    ...(withSeconds && { second: '2-digit' }),
    hour12: false,
  });
}

/** Like `timeOf`, with the day when it is not today. */
export function momentOf(iso: string): string {
  const isToday = new Date(iso).toDateString() === new Date().toDateString();
  const day = new Date(iso).toLocaleDateString([], { day: 'numeric', month: 'short' });
  return isToday ? timeOf(iso, true) : `${day}, ${timeOf(iso)}`;
}
