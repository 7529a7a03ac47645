import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { ConfirmedSecondFactor } from '../../../core/logout/confirmSecondFactor';
import { probeCaller, verifyCaller } from '../../../core/logout/verifyCaller';
import { failureOf, replies, request, settings, world } from '../../fakes/ports';
import { NO_SUCH_TOKEN, tokensOf } from '../../fakes/tokens';

const caller = request.caller as AuthorizedCaller;
const { credential } = request;
const portsWith = (tokens = tokensOf()) => ({ ...world([]).ports, tokens });

const confirmed = (code: string, codeMailed = false): ConfirmedSecondFactor =>
  ({
    caller: request.caller,
    secondFactor: { code, method: 'totp' },
    userAgent: 'Session-Logout id1',
    codeMailed,
  }) as unknown as ConfirmedSecondFactor;

test('the probe asks without a code to remove a token that nobody has', async () => {
  const ports = portsWith();
  const probe = await probeCaller(caller, credential, 'email', settings, ports);
  expect(probe).toMatchObject({ challenge: { code: 'totp-required', method: 'totp' }, workspaceStatus: 400 });
  expect(ports.tokens.sent).toEqual([
    {
      workspaceUrl: 'http://workspace.test',
      credential,
      tokenName: expect.stringMatching(/^session-logout-id\d+$/),
      userAgent: probe.userAgent,
      secondFactor: { method: 'email' },
      timeoutMs: 10_000,
    },
  ]);
});

test('two probes have nothing in common: neither the name nor the User-Agent', async () => {
  const ports = portsWith();
  await probeCaller(caller, credential, undefined, settings, ports);
  await probeCaller(caller, credential, undefined, settings, ports);
  const [one, other] = ports.tokens.sent;
  expect(one.tokenName).not.toBe(other.tokenName);
  expect(one.userAgent).not.toBe(other.userAgent);
});

test('"no such token" without a code means that none would be verified', async () => {
  const probe = await probeCaller(caller, credential, undefined, settings, portsWith(tokensOf(() => NO_SUCH_TOKEN)));
  expect([probe.challenge, probe.workspaceStatus]).toEqual([undefined, 400]);
});

test('"no such token" with the code means that it is right', async () => {
  const ports = portsWith();
  const given = confirmed('123456');
  expect(await verifyCaller(given, credential, settings, ports)).toEqual({ confirmed: given });
  expect(ports.tokens.sent).toEqual([
    expect.objectContaining({
      tokenName: expect.stringMatching(/^session-logout-id\d+$/),
      secondFactor: { code: '123456', method: 'totp' },
      userAgent: 'Session-Logout id1',
      credential,
    }),
  ]);
});

test.each([
  ['an incorrect code', replies.incorrectCode, 'totp-invalid'],
  ['a missing permission', replies.notPermitted, 'error-unauthorized'],
  ['an ended login', replies.notLoggedIn, 'error-not-logged-in'],
])('%s verifies nothing', async (_name, reply, code) => {
  const ports = portsWith(tokensOf(() => reply));
  expect(await failureOf(verifyCaller(confirmed('123456'), credential, settings, ports))).toMatchObject({ code });
});

test('a code that the probe had mailed is said to have been mailed', async () => {
  const failure = await failureOf(verifyCaller(confirmed('000000', true), credential, settings, portsWith()));
  expect(failure).toMatchObject({ challenge: { mailed: true } });
});
