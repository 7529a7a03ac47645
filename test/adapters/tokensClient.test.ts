import { IHttp, IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import { tokensClient } from '../../adapters/tokensClient';
import { madeUpName } from '../../core/logout/tokensApi';
import { NO_SUCH_TOKEN } from '../fakes/tokens';

test('the call names a token that nobody has, as the caller, with the code', async () => {
  const sent: Array<{ url: string; options?: IHttpRequest }> = [];
  const post = async (url: string, options?: IHttpRequest) => {
    sent.push({ url, options });
    return { statusCode: NO_SUCH_TOKEN.status, data: NO_SUCH_TOKEN.body };
  };
  const client = tokensClient({ post } as unknown as IHttp, { now: () => 0 });
  const answer = await client.removeUnknown({
    workspaceUrl: 'http://workspace.test',
    credential: { kind: 'access-token', accessToken: 'token-1' },
    tokenName: madeUpName({ id: () => 'id1' }),
    userAgent: 'Session-Logout id2',
    secondFactor: { code: '123456', method: 'totp' },
    timeoutMs: 10_000,
  });
  expect(answer).toEqual({ kind: 'not-found', status: 400 });
  expect(sent).toEqual([
    {
      url: 'http://workspace.test/api/v1/users.removePersonalAccessToken',
      options: {
        headers: {
          'User-Agent': 'Session-Logout id2',
          Authorization: 'Bearer token-1',
          'x-2fa-code': '123456',
          'x-2fa-method': 'totp',
        },
        data: { tokenName: 'session-logout-id1' },
        timeout: 10_000,
      },
    },
  ]);
});
