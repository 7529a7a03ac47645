import { EndedNotice, Notice } from '../../core/alarm/notice';
import { personText, roomText } from '../../views/alarmText';
import { languageOf } from '../../views/texts/languages';
import { notice } from '../fakes/alarms';
import { NOW } from '../fakes/ports';

const { t } = languageOf('en');
const reads = { t, utcOffset: 2, withWho: false };
const session = (change: Partial<EndedNotice['sessions'][number]> = {}) => ({ ...notice().sessions[0], ...change });

test('a person reads which device, when in their own time, and what to do; not who and why', () => {
  const text = personText(notice(), 'u7', reads);
  expect(text).toContain('You were logged out on 2026-03-01 12:00 (UTC+2). Devices (1): `Chrome 120`');
  expect(text).toContain('change your password');
  expect(text).not.toMatch(/admin`|stolen/);
});

test('who and why, where the settings say so', () => {
  const text = personText(notice(), 'u7', { ...reads, withWho: true });
  expect(text).toContain('By `admin`.\nReason: `stolen laptop`');
});

test('only their own sessions are named, alike ones once, what may have ended apart', () => {
  const sessions = [
    session(),
    session(),
    session({ device: undefined, result: 'unknown' }),
    session({ userId: 'u8', device: 'Firefox' }),
  ];
  const text = personText(notice({ sessions }), 'u7', reads);
  expect(text).toContain('Devices (2): `Chrome 120` ×2');
  expect(text).toMatch(/may have been logged out.*`unknown device`/);
  expect(text).not.toContain('Firefox');
});

test.each(['ended', 'unknown'] as const)('everything %s says so in place of devices', (result) => {
  const text = personText(notice({ everything: { userId: 'u7', result } }), 'u7', reads);
  expect(text).toMatch(/All your devices (were|may have been) logged out/);
  expect(text).toContain('personal access tokens');
});

test.each(['en', 'de', 'es', 'pt-BR'])('in %s everything is said, with nothing left to fill in', (tag) => {
  const language = languageOf(tag);
  const lockout: Notice = {
    kind: 'lockout',
    id: 'l',
    at: NOW,
    correlationId: '-',
    callerUsername: 'eve',
    until: NOW + 1,
    room: true,
  };
  const all = [notice(), notice({ everything: { userId: 'u7', result: 'ended' } }), lockout];
  const texts = [
    personText(notice(), 'u7', { ...reads, t: language.t, withWho: true }),
    roomText(all, language.t),
    roomText([...Array(12).fill(notice()), lockout] as Notice[], language.t),
  ];
  texts.forEach((text) => expect(text).not.toMatch(/[{}]|undefined/));
});

test('the room reads a line per batch', () => {
  const sessions = [session(), session({ result: 'refused' }), session({ username: 'bob' })];
  expect(roomText([notice({ sessions })], t)).toBe(
    '2026-03-01 10:00 (UTC): `admin` ended sessions of `alice`, `bob` (ended: 2, refused: 1). Reason: `stolen laptop` Request `request-1`',
  );
});

test('many are summed up', () => {
  expect(roomText(Array(30).fill(notice()) as Notice[], t)).toBe(
    '2026-03-01 10:00 (UTC) to 2026-03-01 10:00 (UTC): 30 logouts (ended: 30). By `admin` ×30. Sessions of `alice`. The record has each of them.',
  );
});

test('no message is longer than the server takes', () => {
  const long = 'x'.repeat(1_000);
  const sessions = Array.from({ length: 500 }, (_, index) =>
    session({ userId: 'u7', username: `${index}${long}`, device: `${index}${long}` }),
  );
  const big = notice({ sessions, reason: long, callerUsername: long });
  expect(personText(big, 'u7', { ...reads, withWho: true }).length).toBeLessThan(5_000);
  expect(roomText(Array(10).fill(big) as Notice[], t).length).toBeLessThan(5_000);
  expect(roomText([big], t)).toContain('and 480 more');
});
