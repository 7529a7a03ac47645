import { ConfirmedSecondFactor } from '../../../core/logout/confirmSecondFactor';
import { verifySecondFactor } from '../../../core/logout/verifySecondFactor';
import { failureOf, replies, request, settings, world } from '../../fakes/ports';

const confirmed = (codeMailed = false): ConfirmedSecondFactor =>
  ({
    caller: request.caller,
    secondFactor: { code: '123456', method: 'totp' },
    userAgent: 'Session-Logout id1',
    codeMailed,
  }) as unknown as ConfirmedSecondFactor;

test('"not found" for a made-up session means that the code is right', async () => {
  const { ports, sent } = world([replies.notFound]);
  const given = confirmed();
  expect(await verifySecondFactor(given, request.credential, settings, ports)).toEqual({ confirmed: given });
  expect(sent).toEqual([
    expect.objectContaining({
      sessionId: expect.stringMatching(/^verify-id\d+$/),
      secondFactor: { code: '123456', method: 'totp' },
      userAgent: 'Session-Logout id1',
      credential: request.credential,
    }),
  ]);
});

test.each([
  ['an incorrect code', replies.incorrectCode, 'totp-invalid'],
  ['a session that cannot exist', replies.done('verify-id1'), 'error-workspace-invalid-response'],
  ['no licence', replies.noLicense, 'error-license-required'],
])('%s verifies nothing', async (_name, reply, code) => {
  const { ports } = world([reply]);
  expect(await failureOf(verifySecondFactor(confirmed(), request.credential, settings, ports))).toMatchObject({ code });
});

test('a code that the probe had mailed is said to have been mailed', async () => {
  const { ports } = world([replies.incorrectCode]);
  const failure = await failureOf(verifySecondFactor(confirmed(true), request.credential, settings, ports));
  expect(failure).toMatchObject({ challenge: { mailed: true } });
});
