import { Remote } from '../../../scripts/remote/rest';
import { serverInfo } from '../../../scripts/remote/server';
import { type FakeAnswer, fakeWorkspace } from '../../fakes/remote';

const failureOf = (answer: FakeAnswer, url = 'https://example.com'): Promise<unknown> => {
  fakeWorkspace({ [`GET ${new URL(url).pathname.replace(/\/$/, '')}/api/info`]: answer });
  return serverInfo(new Remote(url)).catch((error: unknown) => error);
};

afterEach(() => jest.restoreAllMocks());

describe('serverInfo', () => {
  it.each([
    [{ version: '6.5', success: true }, { release: '6.5' }],
    [
      { version: '8.0.1', info: { marketplaceApiVersion: '1.59.0' } },
      { release: '8.0.1', engine: '1.59.0' },
    ],
  ])('reads %j', async (body, info) => {
    expect(await failureOf({ body })).toEqual(info);
  });

  it.each([
    [{ text: '<html>' }],
    [{ body: { version: 'x' } }],
    [{ body: null }],
    [{ status: 404, text: 'Not found' }],
    [{ status: 502, body: { version: '6.5' } }],
  ])('finds no Rocket.Chat in %j', async (answer) => {
    expect(await failureOf(answer)).toMatchObject({ code: 'not-rocketchat' });
  });

  it.each([
    ['https://example.com/api/info', 'http://example.com', 'https://example.com;'],
    ['/chat/api/info', 'https://example.com', 'https://example.com/chat;'],
    ['https://chat.example.com/home', 'https://example.com', 'https://chat.example.com/home;'],
  ])('says where a redirect to %s leads', async (location, url, target) => {
    fakeWorkspace({ 'GET /api/info': { status: 301, headers: { location } } });
    const failure = await serverInfo(new Remote(url, undefined, { allowHttp: true })).catch((error: Error) => error);
    expect(failure).toMatchObject({ code: 'redirect', message: expect.stringContaining(`to ${target}`) });
  });
});
