import { IHttp, IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { sessionListClient } from '../../adapters/sessionListClient';
import { ListCall } from '../../core/find/sessionListApi';
import { logins, rowOf } from '../fakes/list';
import { json, replies } from '../fakes/ports';

const call: ListCall = {
  workspaceUrl: 'http://workspace.test',
  credential: { kind: 'login-token', userId: 'u1', authToken: 'token-1' },
  userAgent: 'Session-Logout id1',
  secondFactor: { code: '123456', method: 'totp' },
  offset: 100,
  count: 50,
  timeoutMs: 10_000,
};
const page = json(200, { sessions: logins(1).map(rowOf), count: 50, offset: 100, total: 101, success: true });

/** A host that gives this answer. */
function host(response: Partial<IHttpResponse> | undefined) {
  const sent: Array<{ url: string; options?: IHttpRequest }> = [];
  const get = async (url: string, options?: IHttpRequest) => {
    sent.push({ url, options });
    return response;
  };
  return { client: sessionListClient({ get } as unknown as IHttp, { now: () => 0 }), sent };
}

test('the call is the workspace’s own: path, page, and headers', async () => {
  const { client, sent } = host({ statusCode: page.status, data: page.body });
  await expect(client.list(call)).resolves.toMatchObject({ kind: 'page', total: 101, rows: [{ sessionId: 's0' }] });
  expect(sent).toEqual([
    {
      url: 'http://workspace.test/api/v1/sessions/list.all?offset=100&count=50',
      options: {
        headers: {
          'User-Agent': 'Session-Logout id1',
          'X-User-Id': 'u1',
          'X-Auth-Token': 'token-1',
          'x-2fa-code': '123456',
          'x-2fa-method': 'totp',
        },
        timeout: 10_000,
      },
    },
  ]);
});

test('a search text cannot become another parameter', async () => {
  const { client, sent } = host({ statusCode: page.status, data: page.body });
  await client.list({ ...call, filter: 'Zoë & co?count=1#+%' });
  const { searchParams, hash } = new URL(sent[0].url);
  expect(Object.fromEntries(searchParams)).toEqual({ offset: '100', count: '50', filter: 'Zoë & co?count=1#+%' });
  expect(hash).toBe('');
});

test('JSON that the host did not parse is read all the same', async () => {
  const { client } = host({ statusCode: 200, content: JSON.stringify(page.body) });
  await expect(client.list(call)).resolves.toMatchObject({ total: 101 });
});

test('a challenge, a refusal and no answer are told apart', async () => {
  const answered = ({ status, body }: typeof page) => host({ statusCode: status, data: body }).client.list(call);
  await expect(answered(replies.challenge)).resolves.toMatchObject({ kind: 'challenged' });
  await expect(answered(replies.notPermitted)).rejects.toMatchObject({ code: 'error-unauthorized' });
  await expect(host(undefined).client.list(call)).rejects.toMatchObject({ code: 'error-workspace-unreachable' });
});
