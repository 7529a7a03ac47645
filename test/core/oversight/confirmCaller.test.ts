import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { beginAttempt } from '../../../core/logout/attempt';
import { confirmCaller } from '../../../core/oversight/confirmCaller';
import { caller, chatWorld } from '../../fakes/chat';
import { failureOf, request, settings } from '../../fakes/ports';
import { NO_SUCH_TOKEN, RIGHT_CODE, tokensOf } from '../../fakes/tokens';

/** With this code, at a workspace like this. */
function confirming(code: string | undefined, tokens = tokensOf(), withoutChallenge: 'refuse' | 'allow' = 'refuse') {
  const { ports } = chatWorld();
  const about = { action: 'read-log', via: 'api', correlationId: 'request-1' } as const;
  const attempt = beginAttempt(caller, about, ports);
  const given = { code, method: 'totp' } as const;
  const inForce = { ...settings, withoutChallenge };
  const by = { credential: request.credential };
  const allowed = caller as AuthorizedCaller;
  return confirmCaller(allowed, given, by, inForce, attempt, { ...ports, tokens });
}

test('a right code is probed for without it, and verified under the same User-Agent', async () => {
  const tokens = tokensOf();
  await expect(confirming(RIGHT_CODE, tokens)).resolves.toMatchObject({ askedFor: 'totp' });
  expect(tokens.sent.map(({ secondFactor }) => secondFactor.code)).toEqual([undefined, RIGHT_CODE]);
  expect(new Set(tokens.sent.map(({ userAgent }) => userAgent)).size).toBe(1);
});

test.each([
  ['no code', undefined, 'totp-required', 1],
  ['an incorrect code', '000000', 'totp-invalid', 2],
])('%s confirms nothing', async (_name, code, failure, calls) => {
  const tokens = tokensOf();
  expect(await failureOf(confirming(code, tokens))).toMatchObject({ code: failure });
  expect(tokens.sent).toHaveLength(calls);
});

test('where the workspace asks for no code, the setting decides, and none is sent', async () => {
  const asksNothing = tokensOf(() => NO_SUCH_TOKEN);
  expect(await failureOf(confirming(undefined, asksNothing))).toMatchObject({ code: 'error-2fa-not-enforced' });
  expect((await confirming(undefined, asksNothing, 'allow')).askedFor).toBeUndefined();
  expect(asksNothing.sent).toHaveLength(2);
});
