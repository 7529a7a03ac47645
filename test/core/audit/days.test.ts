import { daysLater, earlierOf, laterOf, startOf } from '../../../core/audit/days';

test.each([
  ['2026-11-30', 1, '2026-12-01'],
  ['2026-12-31', 1, '2027-01-01'],
  ['2027-01-01', -1, '2026-12-31'],
  ['2028-02-28', 1, '2028-02-29'],
  ['2028-03-01', -1, '2028-02-29'],
  ['2027-02-28', 1, '2027-03-01'],
  ['2027-03-01', -1, '2027-02-28'],
  ['2028-03-01', -366, '2027-03-01'],
  ['2027-06-15', 0, '2027-06-15'],
])('%s and %i days is %s', (day, count, expected) => {
  expect(daysLater(day, count)).toBe(expected);
});

test('a day begins at midnight, UTC', () => {
  expect(startOf('2028-02-29')).toBe(Date.UTC(2028, 1, 29));
});

test('of two days the earlier and the later', () => {
  expect(earlierOf('2026-12-31', '2027-01-01')).toBe('2026-12-31');
  expect(laterOf('2026-12-31', '2027-01-01')).toBe('2027-01-01');
  expect(laterOf('2027-01-01', '2027-01-01')).toBe('2027-01-01');
});
