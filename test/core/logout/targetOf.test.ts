import { SessionDevice, SessionRow } from '../../../core/logout/sessionRow';
import { targetOf } from '../../../core/logout/targetOf';

const row = (device?: SessionDevice, ip?: string): SessionRow => ({
  sessionId: 'a',
  userId: 'u7',
  username: 'alice',
  device,
  ip,
  loginAt: 0,
  asSent: { secret: 1 },
});
const chrome = { type: 'browser', name: 'Chrome', version: '120.0.6099', os: 'Mac OS', osVersion: '10.15.7' };

test.each<[string, SessionRow, string | undefined]>([
  ['everything', row(chrome, '203.0.113.24'), 'Chrome 120 · Mac OS 10.15.7 · 203.0.113.24'],
  ['no address', row(chrome), 'Chrome 120 · Mac OS 10.15.7'],
  ['no versions', row({ name: 'RC Mobile', os: 'iOS' }, '::1'), 'RC Mobile · iOS · ::1'],
  ['an unknown client', row({ type: 'other' }, '::1'), '::1'],
  ['nothing', row(), undefined],
])('with %s known', (_name, given, device) => {
  expect(targetOf(given)).toEqual({ sessionId: 'a', userId: 'u7', username: 'alice', device });
});
