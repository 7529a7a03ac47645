import { matchesFilter } from '../../../core/find/matchesFilter';
import { SessionRow } from '../../../core/logout/sessionRow';

const row: SessionRow = {
  sessionId: 'tTouumJMrHMjnedWf',
  userId: 'Xk3pQ9rAliceId01x',
  username: 'alice',
  name: 'Alice Müller',
  device: { type: 'browser', name: 'Chrome', version: '120', os: 'Mac OS', osVersion: '10.15.7' },
  ip: '203.0.113.24',
  loginAt: 0,
  asSent: {},
};

test.each(['Chrome', 'chrome', 'browser', 'mac os', 'ChromebrowserMac', 'tTouum', 'aliceid01', 'müller', 'ALICE', ' '])(
  '%j is found, as by the workspace',
  (filter) => {
    expect(matchesFilter(row, filter)).toBe(true);
  },
);

test.each(['Chrome Mac', '120', '10.15', '203.0.113.24', '@alice', '.*', 'bob'])('%j is not', (filter) => {
  expect(matchesFilter(row, filter)).toBe(false);
});

test('a row of which little is known is no reason to stop', () => {
  const { sessionId, userId, loginAt, asSent } = row;
  expect(matchesFilter({ sessionId, userId, loginAt, asSent }, 'alice')).toBe(true);
  expect(matchesFilter({ sessionId, userId, loginAt, asSent }, 'chrome')).toBe(false);
});
