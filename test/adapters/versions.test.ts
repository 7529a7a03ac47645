import { IHttp, IHttpRequest, IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import { versions } from '../../adapters/versions';
import { AppError } from '../../core/shared/errors';
import { hostile } from '../fakes/hostile';
import { Settings, settings, settingsOf } from '../fakes/ports';
import { clockInHand } from '../fakes/time';

/** A workspace that answers so. */
function workspace(
  answer: () => Promise<Partial<IHttpResponse> | undefined>,
  inForce: Settings | Error = { ...settings, workspaceUrl: 'http://workspace.test/chat' },
) {
  const asked: Array<{ url: string; request: IHttpRequest }> = [];
  const http = {
    get: async (url: string, request: IHttpRequest) => {
      asked.push({ url, request });
      return answer();
    },
  } as unknown as IHttp;
  return { asked, current: () => versions(http, settingsOf(inForce)).current() };
}
const telling = (version: unknown) => async () => ({ statusCode: 200, data: { version, success: true } });

test.each([
  ['6.5', 6, 5],
  ['6.5.3', 6, 5],
  ['6.10.0', 6, 10],
  ['8.0.0-rc.1', 8, 0],
  ['10.2', 10, 2],
])('%s is read', async (version, major, minor) => {
  expect(await workspace(telling(version)).current()).toEqual({ major, minor });
});

test('as text, where a server does not parse it', async () => {
  const content = JSON.stringify({ version: '6.5.3' });
  expect(await workspace(async () => ({ statusCode: 200, content })).current()).toEqual({ major: 6, minor: 5 });
});

describe('nothing is known', () => {
  test.each(['', 'garbage', '6', '6.', '.5', 'v6.5', ' 6.5', '99999.1', '-6.5', null, undefined, 6, [6, 5], {}, true])(
    'of the version %j',
    async (version) => {
      expect(await workspace(telling(version)).current()).toBeUndefined();
    },
  );

  test.each([
    ['no answer', async () => undefined],
    ['an empty answer', async () => ({ statusCode: 200 })],
    ['an answer that is no JSON', async () => ({ statusCode: 502, content: '<html>6.5</html>' })],
    ['null', async () => ({ statusCode: 200, content: 'null' })],
    ['a failure', () => Promise.reject(new Error('ECONNREFUSED'))],
  ] as Array<[string, () => Promise<Partial<IHttpResponse> | undefined>]>)('after %s', async (_name, answer) => {
    expect(await workspace(answer).current()).toBeUndefined();
  });

  test('while the settings cannot be read, and nothing is asked', async () => {
    const { asked, current } = workspace(telling('8.0'), new AppError('error-settings-unreadable'));
    expect(await current()).toBeUndefined();
    expect(asked).toEqual([]);
  });

  describe('of a workspace that is slow', () => {
    const clock = clockInHand();

    test('after less than a second', async () => {
      const { current } = workspace(() => new Promise(() => undefined));
      let known: unknown = 'not yet';
      void current().then((version) => (known = version));
      await clock.pass(899);
      expect(known).toBe('not yet');
      await clock.pass(1);
      expect(known).toBeUndefined();
    });
  });
});

test('it is asked for by nobody in particular, for a short time, when somebody wants to know and not before', async () => {
  const { asked, current } = workspace(telling('8.0'));
  expect(asked).toEqual([]);
  await current();
  expect(asked).toEqual([{ url: 'http://workspace.test/chat/api/info', request: { timeout: 400 } }]);
});

test.each(hostile)('megabytes of %s are read in no time', async (_name, text) => {
  expect(await workspace(telling(text)).current()).toBeUndefined();
});
