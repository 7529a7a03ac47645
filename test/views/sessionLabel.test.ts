import fc from 'fast-check';
import { Listed } from '../../core/chat/search';
import { Reader, sessionLabel, sessionLine } from '../../views/sessionLabel';
import { languageOf } from '../../views/texts/languages';

const { t } = languageOf('en');
const at = Date.UTC(2026, 10, 23, 21, 0);
const HOUR = 3_600_000;
const reader: Reader = { callerId: 'u1', now: at + 3 * HOUR, utcOffset: 0 };
const session: Listed = {
  sessionId: 's1',
  userId: 'u2',
  username: 'alice',
  client: 'Chrome 120.0.6099.225',
  os: 'Mac OS 10.15.7',
  ip: '203.0.113.24',
  loginAt: at,
};

test('a label says which device, from where, and when, in the time of the reader', () => {
  expect(sessionLabel(session, 2, false, reader, t)).toBe(
    '2 · Chrome 120.0 · Mac OS 10.15 · 203.0.113.24 · 11-23 21:00',
  );
  const inTokyo = { ...reader, utcOffset: 9 };
  expect(sessionLabel(session, 2, false, inTokyo, t)).toMatch(/ · 11-24 06:00$/);
});

test('among several people it says whose, and leaves out what does not fit', () => {
  expect(sessionLabel(session, 2, true, reader, t)).toBe('2 · @alice · Chrome 120.0 · Mac OS 10.15 · 11-23 21:00');
});

test('your own are marked, and so is a device that nobody knows', () => {
  const own = { sessionId: 's1', userId: 'u1', loginAt: at };
  expect(sessionLabel(own, 1, false, reader, t)).toBe('1 (you) · unknown device · 11-23 21:00');
});

test('a label never has more than 60 characters, nor a line break, nor a character that turns the direction', () => {
  const text = fc.option(fc.string({ unit: 'grapheme', maxLength: 500 }), { nil: undefined });
  fc.assert(
    fc.property(
      text,
      text,
      text,
      text,
      fc.integer({ min: 1, max: 50 }),
      fc.boolean(),
      (client, os, ip, username, n, named) => {
        const odd: Listed = { ...session, client: client && `${client}\n\u202e`, os, ip, username };
        const label = sessionLabel(odd, n, named, reader, t);
        expect(label.length).toBeLessThanOrEqual(60);
        expect(label).not.toMatch(/[\n\r\u202e]/);
        expect(label).toMatch(/ · 11-23 21:00$/);
      },
    ),
  );
});

test('a line says everything, with versions and how long ago', () => {
  expect(sessionLine(session, 2, reader, t)).toBe(
    '2. @alice · Chrome 120.0.6099.225 · Mac OS 10.15.7 · 203.0.113.24 – logged in 2026-11-23 21:00 (UTC), 3 h ago',
  );
});

test('a line about the session of a deleted account has its ID', () => {
  expect(sessionLine({ ...session, username: undefined }, 1, reader, t)).toMatch(/^1\. u2 · Chrome/);
});
