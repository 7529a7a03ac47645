import * as fc from 'fast-check';
import { CodeAttempt, KnownAttempts } from '../../../core/brake/codeAttempts';
import { turnsUntil, lockedUntil, lockoutBy, requireKnown, requireNotLockedOut } from '../../../core/brake/lockout';
import { NOW, thrownBy } from '../../fakes/ports';

const MINUTE = 60_000;
const attempt = (id: string, minutesAgo = 0): CodeAttempt => ({ id, callerId: 'u1', at: NOW - minutesAgo * MINUTE });
/** Incorrect codes so many minutes ago, and open ones. */
const known = (incorrect: readonly number[], open: readonly CodeAttempt[] = []): KnownAttempts => ({
  open,
  incorrect: incorrect.map((minutesAgo, index) => attempt(`incorrect-${index}`, minutesAgo)),
});
/** In how many minutes somebody is let in again. */
const lockedFor = (incorrect: readonly number[], minutesLater = 0): number | undefined => {
  const now = NOW + minutesLater * MINUTE;
  const until = lockedUntil(known(incorrect), now);
  return until === undefined ? undefined : (until - now) / MINUTE;
};

describe('five incorrect codes within 15 minutes lock somebody out for 15 minutes from the last of them', () => {
  const cases: Array<[string, number[], number | undefined]> = [
    ['none', [], undefined],
    ['four', [3, 2, 1, 0], undefined],
    ['five at once', [0, 0, 0, 0, 0], 15],
    ['five, a while ago', [14, 13, 12, 11, 10], 5],
    ['five, as far apart as they can be', [14.99, 10, 5, 1, 0], 15],
    ['five in exactly 15 minutes', [15, 10, 5, 1, 0], undefined],
    ['five, the last nearly 15 minutes ago', [29, 20, 18, 16, 14.5], 0.5],
    ['five, the last 15 minutes ago', [29, 20, 18, 16, 15], undefined],
    ['five, of which one is too old', [20, 3, 2, 1, 0], undefined],
    ['six, from several servers', [5, 4, 3, 2, 1, 0], 15],
    ['five and later one, which a server may have sent that read another order', [20, 19, 18, 17, 16, 3], undefined],
    ['in any order', [0, 4, 2, 3, 1], 15],
  ];
  test.each(cases)('%s', (_name, incorrect, minutes) => {
    expect(lockedFor(incorrect)).toBe(minutes);
  });

  test('the refusal says until when', async () => {
    expect(() => requireNotLockedOut(known([1, 1, 1, 1]), NOW)).not.toThrow();
    expect(await thrownBy(() => requireNotLockedOut(known([1, 1, 1, 1, 1]), NOW))).toMatchObject({
      code: 'error-locked-out',
      until: NOW + 14 * MINUTE,
      retryAfterSeconds: 14 * 60,
    });
  });
});

describe('clocks that jump', () => {
  test('codes of the next minute, as of a server whose clock is ahead, count as of now', () => {
    expect(lockedFor([-1, -1, -1, -1, -1])).toBe(15);
  });

  test('codes from further ahead lock nobody out before their time, and not longer than any others then', () => {
    const ahead = [-60, -60, -60, -60, -60];
    expect(lockedFor(ahead)).toBeUndefined();
    expect(lockedFor(ahead, 60)).toBe(15);
    expect(lockedFor(ahead, 76)).toBeUndefined();
  });

  test('codes from further ahead hold nobody up', () => {
    const open = Array.from({ length: 5 }, (_, index) => attempt(`open-${index}`, -60));
    expect(turnsUntil(known([], [...open, attempt('own')]), attempt('own'), NOW)).toBe(0);
  });

  test('nobody is ever locked out for more than 15 minutes from now', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 5, maxLength: 9 }), (incorrect) => {
        expect(lockedFor(incorrect) ?? 15).toBeLessThanOrEqual(15);
      }),
    );
  });
});

describe('whose turn it is', () => {
  const others = (count: number, minutesAgo = 0) =>
    Array.from({ length: count }, (_, index) => attempt(`other-${index}`, minutesAgo));
  const own = attempt('own');
  const cases: Array<[string, KnownAttempts, number]> = [
    ['nobody else', known([], [own]), 0],
    ['four before it', known([], [...others(4), own]), 0],
    ['five before it', known([], [...others(5), own]), 1],
    ['nine before it', known([], [...others(9), own]), 5],
    ['any number after it', known([], [own, ...others(50)]), 0],
    ['four incorrect', known([1, 1, 1, 1], [own]), 0],
    ['four incorrect and one before it', known([1, 1, 1, 1], [...others(1), own]), 1],
    ['four incorrect and one after it', known([1, 1, 1, 1], [own, ...others(1)]), 0],
    ['incorrect ones that are too old', known([15, 15, 15, 15, 15], [own]), 0],
    ['open ones of calls that died', known([], [...others(5, 1), own]), 0],
    ['open ones that may still be under way', known([], [...others(5, 0.99), own]), 1],
    ['its own is not there, as after it was cleared: all others count', known([], others(5)), 1],
    ['its own is not there, and few others are', known([], others(4)), 0],
  ];
  test.each(cases)('%s', (_name, all, turns) => {
    expect(turnsUntil(all, own, NOW)).toBe(turns);
  });

  test('who is not locked out is let through when nobody is before them, so nobody waits for ever', () => {
    const minutes = fc.array(fc.integer({ min: -3, max: 40 }), { maxLength: 12 });
    fc.assert(
      fc.property(minutes, (incorrect) => {
        const all = known(incorrect, [own, ...others(9)]);
        expect(turnsUntil(all, own, NOW) === 0 || lockedUntil(all, NOW) !== undefined).toBe(true);
      }),
    );
  });
});

describe('which of several incorrect codes locks their caller out', () => {
  const incorrect = known([4, 3, 2, 1, 0, 0]);
  test.each([
    ['the fourth', 3, undefined],
    ['the fifth', 4, NOW + 15 * MINUTE],
    ['the sixth', 5, undefined],
  ])('%s', (_name, index, until) => {
    expect(lockoutBy(incorrect, incorrect.incorrect[index], NOW)).toBe(until);
  });

  test('those that are too old do not count', () => {
    const all = known([20, 16, 4, 3, 2, 1, 0]);
    expect(lockoutBy(all, all.incorrect[4], NOW)).toBeUndefined();
    expect(lockoutBy(all, all.incorrect[6], NOW)).toBe(NOW + 15 * MINUTE);
  });
});

test('what cannot be read is told as such, without the store’s own words', async () => {
  const of = async (): Promise<never> => {
    throw new Error('mongodb://secret@host');
  };
  await expect(requireKnown('u1', { of })).rejects.toMatchObject({
    code: 'error-audit-unavailable',
    message: 'error-audit-unavailable',
  });
});
