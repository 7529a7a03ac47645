import { readSessionRow } from '../../../core/logout/readSessionRow';
import { replies } from '../../fakes/ports';

const sent = replies.session('aLiveSession').body as Record<string, unknown>;

test('a row is read, with what is known of its device', () => {
  expect(readSessionRow(sent)).toEqual({
    sessionId: 'aLiveSession',
    userId: 'u7',
    username: 'alice',
    name: 'alice',
    ip: '203.0.113.24',
    asSent: sent,
    device: { type: 'browser', name: 'Chrome', version: '120.0.0', os: 'Mac OS', osVersion: '10.15.7' },
    loginAt: Date.parse('2026-02-28T10:00:00.000Z'),
  });
});

test.each([
  ['no object', 'x'],
  ['a list', []],
  ['an ID that cannot be one', { ...sent, sessionId: 'a b' }],
  ['no user', { ...sent, userId: '' }],
  ['a time that is none', { ...sent, loginAt: 'yesterday' }],
  ['a device that is none', { ...sent, device: 'Chrome' }],
])('%s is no row', (_name, row) => expect(readSessionRow(row)).toBeUndefined());
