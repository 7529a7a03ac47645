import { allOf, Choice, chosenOf, Listed, listedOf } from '../../../core/chat/search';
import { SessionRow } from '../../../core/logout/sessionRow';

const listed: Listed[] = [
  { sessionId: 'a', userId: 'alice', loginAt: 3 },
  { sessionId: 'b', userId: 'me', loginAt: 2 },
  { sessionId: 'c', userId: 'bob', loginAt: 1 },
];
const choice: Choice = { listed, complete: true, looked: 3, all: false, chosen: [] };
const idsOf = (some: readonly Listed[]): string[] => some.map(({ sessionId }) => sessionId);

test('"all" leaves out your own sessions', () => {
  expect(idsOf(allOf(choice, 'me'))).toEqual(['a', 'c']);
  expect(idsOf(chosenOf({ ...choice, all: true }, 'me'))).toEqual(['a', 'c']);
});

test('"all" has your own when you searched for yourself', () => {
  const person = { id: 'me', username: 'me', isEnabled: true };
  expect(idsOf(allOf({ ...choice, person }, 'me'))).toEqual(['a', 'b', 'c']);
});

test('your own session is ended when you choose it', () => {
  expect(idsOf(chosenOf({ ...choice, chosen: ['b', 'a'] }, 'me'))).toEqual(['a', 'b']);
});

describe('a row', () => {
  const row: SessionRow = { sessionId: 's', userId: 'u', loginAt: 1, asSent: { host: 'secret.example' } };

  test('is known by client, system and address', () => {
    const device = { type: 'browser', name: 'Chrome', version: '120.0', os: 'Windows', osVersion: '11' };
    expect(listedOf({ ...row, username: 'alice', device, ip: '203.0.113.24' })).toEqual({
      sessionId: 's',
      userId: 'u',
      username: 'alice',
      client: 'Chrome 120.0',
      os: 'Windows 11',
      ip: '203.0.113.24',
      loginAt: 1,
      device: 'Chrome 120 · Windows 11 · 203.0.113.24',
    });
  });

  test('of an unknown client says no more than is known', () => {
    expect(listedOf({ ...row, device: { type: 'other' } })).toMatchObject({ client: 'other', device: undefined });
    expect(listedOf(row)).toMatchObject({ client: undefined, device: undefined });
  });
});
