import { IHttp, IHttpRequest } from '@rocket.chat/apps-engine/definition/accessors';
import { licenceClient } from '../../adapters/licenceClient';

const credential = { kind: 'login-token', userId: 'u1', authToken: 'token-1' } as const;
const WITH_MODULES = (activeModules: unknown) => ({ success: true, license: { activeModules } });

/** A workspace that answers so to each route; an error is thrown. */
function workspaceWith(answers: Readonly<Record<string, unknown>>) {
  const sent: Array<{ url: string; options?: IHttpRequest }> = [];
  const get = async (url: string, options?: IHttpRequest) => {
    sent.push({ url, options });
    const data = answers[url.replace('http://workspace.test/api/v1/', '')];
    if (data instanceof Error) {
      throw data;
    }
    return { statusCode: data === undefined ? 404 : 200, data };
  };
  const client = licenceClient({ get } as unknown as IHttp, { now: () => 0 });
  return { sent, ask: () => client.deviceManagement(credential, 'http://workspace.test', 3_000) };
}

test.each([
  ['its modules name it', { 'licenses.info': WITH_MODULES(['device-management']) }, 'there'],
  ['its modules are others', { 'licenses.info': WITH_MODULES(['omnichannel']) }, 'missing'],
  ['it has no modules', { 'licenses.info': WITH_MODULES([]) }, 'missing'],
  ['no modules are named, and there is no licence', { 'licenses.isEnterprise': isEnterprise(false) }, 'missing'],
  ['no modules are named, and there is some licence', { 'licenses.isEnterprise': isEnterprise(true) }, 'unknown'],
  ['modules of a failed answer', { 'licenses.info': { ...WITH_MODULES([]), success: false } }, 'unknown'],
  ['modules that are no list', { 'licenses.info': WITH_MODULES('device-management') }, 'unknown'],
  ['a page in place of an answer', { 'licenses.info': '<html>', 'licenses.isEnterprise': '<html>' }, 'unknown'],
  ['nothing answers', { 'licenses.info': new Error('refused') }, 'unknown'],
])('%s', async (_name, answers, licence) => {
  expect(await workspaceWith(answers).ask()).toBe(licence);
});

function isEnterprise(is: boolean) {
  return { success: true, isEnterprise: is };
}

test('it asks once, as the caller, without a code', async () => {
  const { sent, ask } = workspaceWith({ 'licenses.info': WITH_MODULES([]) });
  await Promise.all([ask(), ask()]);
  expect(sent).toEqual([
    {
      url: 'http://workspace.test/api/v1/licenses.info',
      options: {
        headers: { 'User-Agent': 'Session-Logout licence', 'X-User-Id': 'u1', 'X-Auth-Token': 'token-1' },
        timeout: 3_000,
      },
    },
  ]);
});
