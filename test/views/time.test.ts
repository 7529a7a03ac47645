import { languageOf } from '../../views/texts/languages';
import { agoText, shortTimeText, timeText } from '../../views/time';

const at = Date.parse('2026-03-01T10:05:00Z');

test.each([
  [Date.parse('2026-03-01T10:05:00Z'), 0, '2026-03-01 10:05 (UTC)'],
  [Date.parse('2026-03-01T23:30:00Z'), 1, '2026-03-02 00:30 (UTC+1)'],
  [Date.parse('2026-03-01T00:30:00Z'), -3, '2026-02-28 21:30 (UTC−3)'],
  [Date.parse('2026-03-01T10:00:00Z'), 5.5, '2026-03-01 15:30 (UTC+5:30)'],
  [at, 5.75, '2026-03-01 15:50 (UTC+5:45)'],
  [at, -3.5, '2026-03-01 06:35 (UTC−3:30)'],
  [at, 14, '2026-03-02 00:05 (UTC+14)'],
  [at, -12, '2026-02-28 22:05 (UTC−12)'],
])('a time is told in the person’s own zone', (moment, offset, expected) => {
  expect(timeText(moment, offset)).toBe(expected);
});

test.each([undefined, NaN, Infinity, -Infinity, 1e300, -1e300, 15, -15, 14.01])(
  'in UTC where they have no zone that exists: %d',
  (offset) => {
    expect(timeText(at, offset)).toBe('2026-03-01 10:05 (UTC)');
  },
);

test.each([
  [0, '0 min ago'],
  [-5_000, '0 min ago'],
  [59 * 60_000 + 59_999, '59 min ago'],
  [60 * 60_000, '1 h ago'],
  [48 * 3_600_000 - 1, '47 h ago'],
  [48 * 3_600_000, '2 d ago'],
])('%d ms later it is %s', (passed, expected) => {
  expect(agoText(at, at + passed, languageOf('en').t)).toBe(expected);
});

test.each([
  [0, '03-01 10:05'],
  [14, '03-02 00:05'],
  [NaN, '03-01 10:05'],
])('a short time with the offset %d is %s', (offset, expected) => {
  expect(shortTimeText(at, offset)).toBe(expected);
});
