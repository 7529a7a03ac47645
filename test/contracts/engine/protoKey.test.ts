import { WorkspaceProcess } from '../../../workspace/client/workspaceProcess';
import { type ProbedHost, startProbedHost } from './hostProcess';

const BODY = '{"sessionId":"x","__proto__":{"a":1}}';

/**
 * One body with the JSON key `__proto__`, from anybody, stops an app in an engine with Deno: the app's process cannot
 * decode the engine's message (MessagePack refuses the key) and reads no further. The engine notices after five pings
 * without an answer, ten seconds apart, and starts the process again: 52 seconds by the clock in 1.59.0. The app itself
 * never sees the call. The day these tests fail, docs/security.md needs no rule for proxies any more.
 */
describe('a body with the JSON key __proto__', () => {
  let host: ProbedHost;

  afterEach(() => WorkspaceProcess.stopAll());

  const send = async () => host.endpoint('out', { text: BODY, headers: { 'content-type': 'application/json' } });

  it('is delivered by engine vm like any other', async () => {
    host = await startProbedHost({ engine: 'vm' });
    const answer = await send();
    expect([answer.status, answer.text]).toEqual([200, expect.stringContaining(`"content":${BODY}`)]);
  });

  it('stops the app in engine deno, for everybody, until the engine has started its process again', async () => {
    // The engine gives up on a call after 2 seconds instead of 30; the outage is as long as it always is.
    host = await startProbedHost({ engine: 'deno', env: { APPS_ENGINE_RUNTIME_TIMEOUT: '2000' } });
    const harmless = async () => host.endpoint('out', { body: { sessionId: 'x' } });
    expect((await harmless()).status).toBe(200);

    const [refused, meanwhile] = await Promise.all([send(), harmless()]);
    const timedOut = [500, expect.stringContaining('timed out after 2000ms')];
    expect([refused.status, refused.text]).toEqual(timedOut);
    expect([meanwhile.status, meanwhile.text]).toEqual(timedOut);
    expect((await harmless()).status).toBe(500);

    while ((await harmless()).status !== 200) {
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }, 120_000);
});
