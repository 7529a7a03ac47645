import { createHash } from 'crypto';
import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { confirmSecondFactor, FactorInTurn, hasCode, TypedInChat } from '../../../core/logout/confirmSecondFactor';
import { Probe } from '../../../core/logout/probeSecondFactor';
import { AppError } from '../../../core/shared/errors';
import { Challenge } from '../../../core/shared/secondFactor';
import { request } from '../../fakes/ports';

/** What the steps before would have found. */
const caller = request.caller as AuthorizedCaller;
const probeWith = (challenge?: Partial<Challenge>): Probe =>
  ({
    challenge: challenge && {
      code: 'totp-required',
      method: 'totp',
      mailed: false,
      answer: { error: 'TOTP Required [totp-required]', details: {} },
      ...challenge,
    },
    workspaceStatus: challenge ? 400 : 404,
    userAgent: 'Session-Logout id1',
  }) as Probe;

function confirm(
  challenge: Partial<Challenge> | undefined,
  { code, typed, allow = false }: { code?: string; typed?: TypedInChat; allow?: boolean } = {},
) {
  const given = { code, method: 'totp' } as const;
  const withoutChallenge = allow ? 'allow' : 'refuse';
  return confirmSecondFactor(caller, { given, typed } as FactorInTurn, probeWith(challenge), { withoutChallenge });
}
const typed = (text: string | undefined, passwordAllowed = false, confirmed = true): { typed: TypedInChat } => ({
  typed: { text, passwordAllowed, confirmed },
});

test('a program’s code is sent as it is', () => {
  expect(confirm({}, { code: '123 456' })).toEqual({
    caller,
    secondFactor: { code: '123 456', method: 'totp' },
    askedFor: 'totp',
    userAgent: 'Session-Logout id1',
    codeMailed: false,
  });
});

test('what a person typed goes before, without the spaces that apps show a code with, by the challenge’s method', () => {
  expect(confirm({ method: 'email', mailed: true }, { code: '1', ...typed(' 731 946 ') })).toMatchObject({
    secondFactor: { code: '731946', method: 'email' },
    askedFor: 'email',
    codeMailed: true,
  });
});

test('a method that is not known is not named', () => {
  expect(confirm({ method: 'other' }, typed('731946')).secondFactor).toEqual({ code: '731946', method: undefined });
});

test.each(['pat-password', 'pässword', 'two words'])('the password %j is sent as its digest', (password) => {
  expect(confirm({ method: 'password' }, typed(password, true)).secondFactor).toEqual({
    code: createHash('sha256').update(password).digest('hex'),
    method: 'password',
  });
});

describe('invariant 2: nothing is confirmed', () => {
  const refusals: Array<[string, () => unknown, AppError['code']]> = [
    ['without a challenge', () => confirm(undefined, { code: '123456' }), 'error-2fa-not-enforced'],
    [
      'without a challenge where the admin does not allow it, though a person said yes',
      () => confirm(undefined, typed(undefined)),
      'error-2fa-not-enforced',
    ],
    [
      'without a challenge, by a person who was not shown what will happen',
      () => confirm(undefined, { allow: true, ...typed(undefined, false, false) }),
      'error-confirmation-needed',
    ],
    [
      'without a code, though a person said yes',
      () => confirm({}, { allow: true, ...typed(undefined) }),
      'totp-required',
    ],
    ['without a code', () => confirm({}), 'totp-required'],
    [
      'without a code where logouts without a challenge are allowed',
      () => confirm({}, { allow: true }),
      'totp-required',
    ],
    ['when nothing was typed', () => confirm({}, typed(undefined)), 'totp-required'],
    ['when only spaces were typed', () => confirm({}, typed('   ')), 'totp-required'],
    [
      'when the probe was told that its code is incorrect',
      () => confirm({ code: 'totp-invalid' }, { code: '1' }),
      'totp-invalid',
    ],
    [
      'when the probe was told that there were too many codes',
      () => confirm({ code: 'totp-max-attempts' }, { code: '1' }),
      'totp-max-attempts',
    ],
    ['for a code that cannot be sent', () => confirm({}, typed('ünïcode')), 'invalid-params'],
    ['for a code that is too long', () => confirm({}, typed('1'.repeat(257))), 'invalid-params'],
    ['with a password in chat', () => confirm({ method: 'password' }, typed('secret')), 'error-password-not-in-chat'],
    [
      'with a password in chat, before it is typed',
      () => confirm({ method: 'password' }, typed(undefined)),
      'error-password-not-in-chat',
    ],
  ];
  test.each(refusals)('%s', (_name, run, code) => {
    expect(run).toThrow(AppError);
    expect(run).toThrow(code);
  });
});

describe('without a challenge, where the admin allows it, it is confirmed', () => {
  test('for a program', () => {
    const confirmed = confirm(undefined, { code: '123456', allow: true });
    expect(confirmed).toMatchObject({ secondFactor: { code: '123456' }, codeMailed: false });
    expect(confirmed.askedFor).toBeUndefined();
  });

  test('for a person who said yes', () => {
    expect(confirm(undefined, { allow: true, ...typed(undefined) })).toMatchObject({ caller, codeMailed: false });
  });
});

test.each([
  ['a program’s', { given: { code: '731946' } }, true],
  ['a program’s, for which it brought none', { given: { method: 'totp' as const } }, false],
  ['a person’s', { given: {}, ...typed('731946') }, true],
  ['a person’s, who typed none', { given: {}, ...typed(undefined) }, false],
])('whether there is a code, %s', (_name, brought, there) => {
  expect(hasCode(brought)).toBe(there);
});
