import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { Licence, licenceOf, unlessUnlicensed } from '../../../core/logout/licence';
import { probeSecondFactor } from '../../../core/logout/probeSecondFactor';
import { AppError } from '../../../core/shared/errors';
import { failureOf, json, replies, request, settings, world } from '../../fakes/ports';

const asking = { credential: request.credential, address: settings };
const withCode = { given: { code: '123456' } };
const withoutCode = { given: {} };

async function probed(
  answer: Parameters<typeof world>[0][0],
  brought: typeof withCode | typeof withoutCode,
  says: Licence,
) {
  const server = world([answer]);
  server.licence.says = says;
  const probing = probeSecondFactor(
    request.caller as AuthorizedCaller,
    request.credential,
    undefined,
    settings,
    server.ports,
  );
  return { server, ended: unlessUnlicensed(probing, brought, asking, server.ports) };
}

describe('a missing licence is told from what a probe makes it look like', () => {
  test.each([
    ['never licensed, in 6.5: the permission is unknown', replies.notPermitted, withoutCode],
    ['the same, with a code in hand', replies.notPermitted, withCode],
    ['gone, in 6.5: a code would be asked for first', replies.challenge, withoutCode],
    ['gone, in 6.5, and no code asked for', replies.noLicense, withoutCode],
    ['gone, in 7.0', json(401, { success: false, error: 'unauthorized' }), withoutCode],
    [
      'none, in late versions',
      json(400, {
        success: false,
        error: 'This is an enterprise feature [error-action-not-allowed]',
        errorType: 'error-action-not-allowed',
      }),
      withCode,
    ],
  ])('%s', async (_name, answer, brought) => {
    const { ended } = await probed(answer, brought, 'missing');
    expect(await failureOf(ended)).toMatchObject({ code: 'error-license-required', workspaceStatus: answer.status });
  });

  test.each<[string, Licence]>([
    ['there', 'there'],
    ['perhaps there', 'unknown'],
  ])('while the licence is %s, a missing permission is one, and a challenge too', async (_name, says) => {
    const refused = await probed(replies.notPermitted, withoutCode, says);
    expect(await failureOf(refused.ended)).toMatchObject({ code: 'error-unauthorized' });
    const { ended } = await probed(replies.challenge, withoutCode, says);
    expect(await ended).toMatchObject({ challenge: { code: 'totp-required' } });
  });
});

test('with a code in hand, a challenge does not make it ask for the licence: the real call will tell', async () => {
  const { server, ended } = await probed(replies.challenge, withCode, 'missing');
  expect(await ended).toMatchObject({ challenge: { code: 'totp-required' } });
  expect(server.licence.asked).toBe(0);
});

test('what else a probe fails with is said as it is', async () => {
  const { ended } = await probed(new AppError('error-workspace-timeout'), withoutCode, 'missing');
  expect(await failureOf(ended)).toMatchObject({ code: 'error-workspace-timeout' });
});

test('the licence is asked for within what is left of the call, and 3 s at most; with nothing left it is unknown', async () => {
  const server = world([]);
  const deviceManagement = jest.fn(async () => 'there' as Licence);
  const ports = { ...server.ports, licence: { deviceManagement } };
  expect(await licenceOf(request.credential, settings, ports)).toBe('there');
  expect(deviceManagement).toHaveBeenCalledWith(request.credential, settings.workspaceUrl, 3_000);
  server.spend(60_000);
  expect(await licenceOf(request.credential, settings, ports)).toBe('unknown');
});
