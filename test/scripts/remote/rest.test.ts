import { getEventListeners } from 'events';
import { Remote } from '../../../scripts/remote/rest';
import { fakeWorkspace } from '../../fakes/remote';

const URL_BELOW = 'https://example.com/chat';
const LOGIN = { userId: 'u', authToken: 't' };

afterEach(() => jest.restoreAllMocks());

function failing(cause: object): void {
  jest.spyOn(globalThis, 'fetch').mockRejectedValue(Object.assign(new TypeError('fetch failed'), { cause }));
}

describe('Remote', () => {
  it('keeps the path below which the workspace lies, and sends the credential', async () => {
    const { calls } = fakeWorkspace({ 'POST /chat/api/v1/x': { status: 201, body: { a: 1 } } });
    const answer = await new Remote(URL_BELOW, LOGIN).post('/api/v1/x', { b: 2 }, { 'x-2fa-code': '1' });
    expect(answer).toMatchObject({ status: 201, body: { a: 1 }, text: '{"a":1}' });
    expect(calls).toMatchObject([{ url: `${URL_BELOW}/api/v1/x`, body: { b: 2 } }]);
    expect(Object.fromEntries(calls[0].headers)).toEqual({
      'content-type': 'application/json',
      'x-user-id': 'u',
      'x-auth-token': 't',
      'x-2fa-code': '1',
    });
  });

  it('sends a form as it is', async () => {
    const { calls } = fakeWorkspace({ 'POST /chat/x': {} });
    const form = new FormData();
    await new Remote(URL_BELOW).post('/x', form);
    expect(calls[0].body).toBe(form);
    expect(calls[0].headers.has('content-type')).toBe(false);
  });

  it('follows no redirect', async () => {
    fakeWorkspace({ 'GET /chat/x': { status: 302, headers: { location: 'https://elsewhere.example' } } });
    expect(await new Remote(URL_BELOW, LOGIN).get('/x')).toMatchObject({ status: 302 });
    expect(jest.mocked(fetch).mock.calls[0][1]).toMatchObject({ redirect: 'manual' });
  });

  it('leaves a body alone that is not JSON', async () => {
    fakeWorkspace({ 'DELETE /chat/x': { text: '<html>' } });
    expect(await new Remote(URL_BELOW).delete('/x')).toMatchObject({ body: undefined, text: '<html>' });
  });

  it.each([
    [{ code: 'ECONNREFUSED' }, 'unreachable', 'ECONNREFUSED'],
    [{ code: 'ENOTFOUND' }, 'unreachable', 'ENOTFOUND'],
    [{ message: 'other \u001b[31mside' }, 'unreachable', 'other [31mside'],
    [{ code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }, 'certificate', 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    [{ code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' }, 'certificate', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
  ])('says that it cannot be reached: %j', async (cause, code, reason) => {
    failing(cause);
    const failure = await new Remote(URL_BELOW).get('/x').catch((error: Error) => error);
    expect(failure).toMatchObject({ code, message: expect.stringContaining(reason) });
  });

  it('gives up after its time', async () => {
    fakeWorkspace({ 'GET /chat/x': () => new Promise((resolve) => setTimeout(resolve, 30, {})) });
    await expect(new Remote(URL_BELOW, LOGIN, { timeoutMs: 1 }).get('/x')).rejects.toMatchObject({ code: 'timeout' });
  });

  it('ends calls that are under way when it is told to, and makes no others', async () => {
    const stop = new AbortController();
    const { calls } = fakeWorkspace({
      'GET /chat/x': () => {
        stop.abort();
        return {};
      },
    });
    const remote = new Remote(URL_BELOW, LOGIN, { signal: stop.signal });
    await expect(remote.get('/x')).rejects.toMatchObject({ code: 'cancelled' });
    await expect(remote.get('/x')).rejects.toMatchObject({ code: 'cancelled' });
    expect(calls).toHaveLength(1);
  });

  it('leaves nothing on the signal that outlives it', async () => {
    const { signal } = new AbortController();
    fakeWorkspace({ 'GET /chat/x': () => ({ body: { listening: getEventListeners(signal, 'abort').length } }) });
    expect((await new Remote(URL_BELOW, LOGIN, { signal }).get('/x')).body).toEqual({ listening: 1 });
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('is refused without encryption to another machine', () => {
    expect(() => new Remote('http://example.com')).toThrow('is not encrypted');
  });
});
