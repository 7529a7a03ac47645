const DAY_MS = 86_400_000;

/** The first day that can have entries: the app has recorded since its first version. */
export const FIRST_DAY = '2026-11-01';

/** When a day (UTC, `YYYY-MM-DD`) begins, in milliseconds since the epoch. */
export function startOf(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** The day that many days later, or earlier where `count` is below 0. */
export function daysLater(day: string, count: number): string {
  return new Date(startOf(day) + count * DAY_MS).toISOString().slice(0, 10);
}

/** The later of two days. Days of the years 0 to 9999 sort as text. */
export function laterOf(one: string, other: string): string {
  return one > other ? one : other;
}

/** The earlier of two days. */
export function earlierOf(one: string, other: string): string {
  return one < other ? one : other;
}
