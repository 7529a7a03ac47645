import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { confirmLogout } from '../../../core/logout/confirmLogout';
import { FactorInTurn } from '../../../core/logout/confirmSecondFactor';
import { Probe } from '../../../core/logout/probeSecondFactor';
import { validateLogout, ValidLogout } from '../../../core/logout/validateLogout';
import { request } from '../../fakes/ports';

/** What the steps before would have found. */
const caller = request.caller as AuthorizedCaller;
const answer = { error: 'TOTP Required [totp-required]', details: {} };
const probe = {
  challenge: { code: 'totp-required', method: 'email', mailed: true, answer },
  workspaceStatus: 400,
  userAgent: 'Session-Logout id1',
} as Probe;

const inTurn = ({ secondFactor: given }: ValidLogout): FactorInTurn => ({ given }) as FactorInTurn;

test('it is about the session that was asked for, with the second factor that is in hand', () => {
  const input = validateLogout({ sessionId: 'aLiveSession' }, '731946', 'email');
  expect(confirmLogout(caller, input, inTurn(input), probe, { withoutChallenge: 'refuse' })).toEqual({
    caller,
    sessionId: 'aLiveSession',
    secondFactor: { code: '731946', method: 'email' },
    askedFor: 'email',
    userAgent: 'Session-Logout id1',
    codeMailed: true,
  });
});

test('invariant 2: without one nothing is confirmed', () => {
  const input = validateLogout({ sessionId: 'aLiveSession' });
  expect(() => confirmLogout(caller, input, inTurn(input), probe, { withoutChallenge: 'allow' })).toThrow(
    'totp-required',
  );
});
