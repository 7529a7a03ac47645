import { budgetFrom } from '../../../core/shared/budget';

const STARTED = 1_000_000;
/** A budget some time after the call began. */
const after = (spent: number) => budgetFrom(STARTED, { now: () => STARTED + spent });

test.each([
  [0, 10_000, 10_000],
  [0, 60_000, 27_000],
  [15_000, 25_000, 12_000],
  [24_999, 2_000, 2_000],
  [25_000, 25_000, 2_000],
  [25_000, 1_000, 1_000],
])('%d ms after the engine made the call, %d ms become %d', (spent, wanted, allowed) => {
  expect(after(spent).limit(wanted)).toBe(allowed);
});

test.each([25_001, 27_000, 3_600_000])('%d ms after the engine made the call nothing more is asked', (spent) => {
  expect(() => after(spent).limit(1_000)).toThrow('error-workspace-timeout');
});

test.each([
  [25_001, 1_999, 1_999],
  [26_500, 500, 500],
  [27_000, 0, 0],
])('%d ms after the engine made the call, %d ms may still be enough', (spent, least, allowed) => {
  expect(after(spent).limit(10_000, least)).toBe(allowed);
});

test.each([
  [0, 27_001],
  [20_000, 7_001],
  [26_501, 500],
])('%d ms after the engine made the call, %d ms are no longer left', (spent, least) => {
  expect(() => after(spent).limit(10_000, least)).toThrow('error-workspace-timeout');
});

test('what is left is looked at anew each time', () => {
  let now = STARTED;
  const budget = budgetFrom(STARTED, { now: () => now });
  expect(budget.limit(25_000)).toBe(25_000);
  now += 20_000;
  expect(budget.limit(25_000)).toBe(7_000);
});
