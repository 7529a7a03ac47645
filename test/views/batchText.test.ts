import { BatchResult, SessionResult, TargetResult } from '../../core/many/batch';
import { batchText } from '../../views/batchText';
import { languageOf } from '../../views/texts/languages';

const { t } = languageOf('en');
const at = Date.UTC(2026, 10, 23, 21, 0);
const names = { about: 'Sessions of `@alice`', request: 'r1' };

const target = (sessionId: string, result: SessionResult, device?: string): TargetResult => ({
  sessionId,
  username: 'alice',
  device,
  result,
});
const said = (results: TargetResult[], rest: Partial<BatchResult> = {}) =>
  batchText({ results, at, ...rest }, names, 0, t).split('\n');

test('names every session by its result, what needs a look first', () => {
  const results = [
    target('a', 'ended', 'Chrome 120 · Windows 11'),
    target('b', 'not-begun'),
    target('c', 'unknown', 'RC Mobile 4.45'),
    target('d', 'ended', 'Firefox 121'),
    { sessionId: 'e', result: 'already-gone' } as const,
    target('f', 'refused'),
    target('g', 'failed'),
  ];
  expect(said(results)).toEqual([
    '3 of 7 sessions were ended on 2026-11-23 21:00 (UTC). (Sessions of `@alice`.)',
    'May have been ended, no clear answer came back (1): `@alice · RC Mobile 4.45`',
    'Failed (1): `@alice`',
    'Refused (1): `@alice`',
    'Not begun (1): `@alice`',
    'Ended (2): `@alice · Chrome 120 · Windows 11`, `@alice · Firefox 121`',
    'Already gone (1): `e`',
  ]);
});

test('says it in one word when all are gone', () => {
  expect(said([target('a', 'ended'), target('b', 'already-gone')])[0]).toBe(
    'All 2 sessions were ended on 2026-11-23 21:00 (UTC). (Sessions of `@alice`.)',
  );
});

test('says what stopped it', () => {
  expect(said([target('a', 'ended'), target('b', 'not-begun')], { stoppedBy: 'totp-invalid' })[1]).toBe(
    'It stopped early: That code is incorrect.',
  );
});

test('what makes a text long is counted, not named, so that the server takes the message', () => {
  const many = Array.from({ length: 500 }, (_, index) => target(`s${index}`, 'ended', 'Chrome 120.0.6099.225'));
  const text = said(many).join('\n');
  expect(text.length).toBeLessThan(5_000);
  expect(text).toMatch(/`, and \d+ more, which are in the record$/);
});

test('a hostile name stays text', () => {
  const [, line] = said([target('a', 'ended', '`[x](javascript:alert(1))` @all\n*bold*')]);
  expect(line).toBe('Ended (1): `@alice · [x](javascript:alert(1)) @all *bold*`');
});
