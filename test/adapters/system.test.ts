import { secureRandom, systemClock } from '../../adapters/system';

test('IDs have 144 random bits and states 256, in characters that fit everywhere', () => {
  const ids = Array.from({ length: 500 }, () => secureRandom.id());
  expect(new Set(ids).size).toBe(500);
  expect(ids.filter((id) => !/^[A-Za-z0-9_-]{24}$/.test(id))).toEqual([]);
  const states = Array.from({ length: 500 }, () => secureRandom.state());
  expect(new Set(states).size).toBe(500);
  expect(states.filter((state) => !/^[A-Za-z0-9_-]{43}$/.test(state))).toEqual([]);
});

test('the clock is the system’s', () => {
  jest.useFakeTimers({ now: 1234 });
  expect(systemClock.now()).toBe(1234);
  jest.useRealTimers();
});
