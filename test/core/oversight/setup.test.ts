import { checked, FINDINGS, isUp, SetupPart } from '../../../core/oversight/setup';

test.each([
  ['ok', checked('site', 'ok')],
  ['ok', checked('room', 'none')],
  ['ok', checked('retention', 'for-good')],
  ['problem', checked('room', 'archived')],
  ['ok', checked('licence', 'none')],
  ['unknown', checked('licence', 'unknown')],
  ['unknown', checked('site', 'not-from-here')],
])('%s: %j', (state, check) => {
  expect(check.state).toBe(state);
});

test('every problem of the app takes it down: none that is the caller’s alone, nor that there is no licence', () => {
  const parts = Object.keys(FINDINGS) as SetupPart[];
  const down = parts.filter((part) => FINDINGS[part].some((finding) => !isUp([checked(part, finding as never)])));
  expect(down.sort()).toEqual(
    parts.filter((part) => !['permission', 'second-factor', 'licence'].includes(part)).sort(),
  );
  expect(isUp(parts.map((part) => checked(part, 'ok' as never)))).toBe(true);
  expect(isUp([checked('site', 'unknown')])).toBe(true);
});
