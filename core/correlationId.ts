import { Random } from './ports';

const SANE = /^[A-Za-z0-9._:-]{1,64}$/;

/** The caller's own id for this request where it sent a sane one, else a fresh one. */
export function correlationIdOf(requested: string | undefined, random: Random): string {
  return requested !== undefined && SANE.test(requested) ? requested : random.id();
}
