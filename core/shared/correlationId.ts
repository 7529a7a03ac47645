import { Random } from './ports';

const SANE = /^[A-Za-z0-9._:-]{1,64}$/;

/** The caller's own ID for this request if it sent a sane one, otherwise a fresh one. */
export function correlationIdOf(requested: string | undefined, random: Random): string {
  return requested !== undefined && SANE.test(requested) ? requested : random.id();
}
