import { BatchResult } from '../../core/many/batch';
import { SessionResult, TargetResult } from '../../core/shared/target';
import { ErrorCode } from '../../core/shared/errors';
import { STATUS_OF } from '../../endpoints/answers';
import { batchText } from '../../views/batchText';
import { languageOf } from '../../views/texts/languages';

const { t } = languageOf('en');
const at = Date.UTC(2026, 10, 23, 21, 0);
const names = { about: 'Sessions of `@alice`', request: 'r1' };

/** What stops a batch in the middle (core/many/endSessions.ts). */
const STOPPING: ErrorCode[] = [
  'totp-required',
  'totp-invalid',
  'totp-max-attempts',
  'error-too-many-requests',
  'error-unauthorized',
  'error-not-logged-in',
  'error-workspace-timeout',
  'error-outcome-unknown',
  'error-audit-unavailable',
];

const target = (sessionId: string, result: SessionResult, device?: string): TargetResult => ({
  sessionId,
  username: 'alice',
  device,
  result,
});
const said = (
  results: TargetResult[],
  rest: Partial<BatchResult> = {},
  step: { everything?: boolean; complete?: boolean } = {},
) => batchText({ batch: { results, at, ...rest }, ...step }, names, 0, t).split('\n');

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
    'Sessions ended on 2026-11-23 21:00 (UTC): 3 of 7. (Sessions of `@alice`.)',
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
    'Sessions ended on 2026-11-23 21:00 (UTC): 2. (Sessions of `@alice`.)',
  );
});

test('says what stopped it', () => {
  expect(said([target('a', 'ended'), target('b', 'not-begun')], { stoppedBy: 'totp-invalid' })[1]).toBe(
    'It stopped early: That code is incorrect.',
  );
});

describe('where a part was ended, nobody reads that nothing was changed', () => {
  const some = [target('a', 'ended'), target('b', 'not-begun')];

  test('the rate limit: for how long, and the permission that lifts it', () => {
    const [, line] = said(some, { stoppedBy: 'error-too-many-requests', retryAfterSeconds: 42 });
    expect(line).toMatch(/^It stopped early: .*api-bypass-rate-limit.*Wait 42 seconds/);
  });

  // Whoever is locked out does not come as far as a batch.
  test.each((Object.keys(STATUS_OF) as ErrorCode[]).filter((code) => code !== 'error-locked-out'))(
    '%s',
    (stoppedBy) => {
      const [, line] = said(some, { stoppedBy });
      expect(line).toMatch(/^It stopped early: [^{}]{10,}$/);
      if (STOPPING.includes(stoppedBy)) {
        expect(line).not.toMatch(/nothing was/i);
      }
    },
  );
});

describe('all of one person', () => {
  const all = [target('a', 'ended'), target('b', 'ended')];

  test('a list that was not read to its end is no "all": there may be more', () => {
    expect(said(all, {}, { complete: true })).toHaveLength(2);
    expect(said(all, {}, { complete: false })[1]).toBe(
      'The list could not be read to the end, so there may be more sessions. Repeat this to end those.',
    );
  });

  test.each([
    ['every session is off the list', all, true, false],
    ['one is still on the list', [...all, target('c', 'refused')], true, true],
    ['the list could not be read', [], false, true],
  ] as Array<[string, TargetResult[], boolean, boolean]>)(
    'everything is ended, and %s',
    (_name, results, complete, left) => {
      const lines = said(results, {}, { everything: true, complete });
      expect(lines[0]).toMatch(/^Everything of this person was ended on 2026-11-23 21:00 \(UTC\): all devices/);
      expect(lines[0]).toContain('Tokens of OAuth apps survive it.');
      expect(lines[0].includes('could not be taken off the list')).toBe(left);
      expect(lines.join()).not.toContain('there may be more sessions');
    },
  );
});

test('what makes a text long is counted, not named, so that the server takes the message', () => {
  const many = Array.from({ length: 500 }, (_, index) => target(`s${index}`, 'ended', `Chrome ${index}.0.6099.225`));
  const text = said(many).join('\n');
  expect(text.length).toBeLessThan(5_000);
  expect(text).toMatch(/`, and \d+ more, which are in the record$/);
});

test('sessions that look the same are named once, with their number', () => {
  const same = [1, 2, 3].map((index) => target(`s${index}`, 'ended', 'Chrome 120'));
  const [, line] = said([...same, target('other', 'ended', 'RC Mobile 4')]);
  expect(line).toBe('Ended (4): `@alice · Chrome 120` ×3, `@alice · RC Mobile 4`');
});

test('a hostile name stays text', () => {
  const [, line] = said([target('a', 'ended', '`[x](javascript:alert(1))` @all\n*bold*')]);
  expect(line).toBe('Ended (1): `@alice · [x](javascript:alert(1)) @all *bold*`');
});
