import { createServer, type IncomingMessage, type Server } from 'http';
import type { AddressInfo } from 'net';
import { GENERATIONS, useProbedHost } from './hostProcess';

describe.each(GENERATIONS)('what an app asks of engine %s', (engine) => {
  const isLate = engine === 'deno';
  const host = useProbedHost({ engine });

  describe('HTTP', () => {
    const requests: Array<{ request: IncomingMessage; body: string }> = [];
    let server: Server;
    let url: string;

    beforeAll(async () => {
      server = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          requests.push({ request, body });
          const { searchParams } = new URL(request.url ?? '', 'http://here');
          if (searchParams.has('drop')) {
            request.socket.destroy();
          } else if (!searchParams.has('hang')) {
            response.writeHead(Number(searchParams.get('status') ?? 200), {
              'content-type': searchParams.get('type') ?? 'application/json',
              'x-answer': 'yes',
            });
            response.end(searchParams.get('answer') ?? '{"a":1}');
          }
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/path`;
    });
    afterAll(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });
    beforeEach(() => {
      requests.length = 0;
    });

    it('sends the headers as given, the User-Agent included, and data as JSON', async () => {
      const headers = { 'User-Agent': 'probe/1.0', 'X-Auth-Token': 'Abc', 'x-2fa-code': '123456' };
      await host.ask({ ask: 'http', url, options: { headers, data: { a: 'é' } } });
      const [{ request, body }] = requests;
      expect(request.method).toBe('POST');
      expect(request.headers).toMatchObject({
        'user-agent': 'probe/1.0',
        'x-auth-token': 'Abc',
        'x-2fa-code': '123456',
        'content-type': 'application/json',
      });
      expect(body).toBe('{"a":"é"}');
    });

    it.each([
      ['content as it is', { content: 'a=1', headers: { 'Content-Type': 'text/x-own' } }, 'a=1', 'text/x-own'],
      ['params as a form', { params: { a: '1 2', b: 'é' } }, 'a=1+2&b=%C3%A9', 'application/x-www-form-urlencoded'],
    ])('sends %s', async (_case, options, body, contentType) => {
      await host.ask({ ask: 'http', url, options });
      expect(requests[0].body).toBe(body);
      expect(requests[0].request.headers['content-type']).toBe(contentType);
    });

    it.each([200, 204, 302, 400, 401, 429, 500, 503])('resolves an answer of status %i', async (status) => {
      expect(await host.ask({ ask: 'http', url: `${url}?status=${status}` })).toMatchObject({
        outcome: 'value',
        value: { statusCode: status, headers: { 'x-answer': 'yes' } },
      });
    });

    it.each([
      ['application/json; charset=utf-8', '{"a":[1]}', { a: [1] }],
      ['text/html', '{"a":[1]}', null],
      ['application/json', '{"a":', null],
      ['application/json', '', null],
    ])('fills data for %s %s', async (type, answer, data) => {
      const query = new URLSearchParams({ type, answer }).toString();
      expect(await host.ask({ ask: 'http', url: `${url}?${query}` })).toMatchObject({
        outcome: 'value',
        value: { content: answer, data },
      });
    });

    it.each([
      ['a refused connection', () => 'http://127.0.0.1:9/', {}],
      ['a dropped connection', () => `${url}?drop`, {}],
      ['an unknown host', () => 'http://nowhere.invalid/', {}],
      ['a time-out', () => `${url}?hang`, { timeout: 100 }],
      ['an address that is none', () => 'not an address', {}],
    ])('%s rejects in late versions and gives nothing in 6.5', async (_case, address, options) => {
      for (const version of ['late', '6.5']) {
        await host.client.dev('settings', { version });
        const { outcome } = await host.ask({ ask: 'http', url: address(), options });
        expect([version, outcome]).toEqual([version, version === 'late' ? 'error' : 'nothing']);
      }
    });
  });

  it('finds roles by ID and by name; an unknown one is null in late versions and a TypeError in 6.5', async () => {
    const byName = await host.ask({ ask: 'role', id: 'security-officer' });
    expect(byName).toMatchObject({ outcome: 'value', value: { name: 'security-officer' } });
    const { id } = (byName as { value: { id: string } }).value;
    expect(id).not.toBe('security-officer');
    expect(await host.ask({ ask: 'role', id })).toEqual(byName);

    await host.client.dev('settings', { version: 'late' });
    expect(await host.ask({ ask: 'role', id: 'nobody' })).toEqual({ outcome: 'nothing' });
    await host.client.dev('settings', { version: '6.5' });
    const unknown = await host.ask({ ask: 'role', id: 'nobody' });
    // Over Deno's pipe an error keeps its message only.
    expect(unknown).toMatchObject({ outcome: 'error', ...(isLate ? {} : { name: 'TypeError' }) });
  });

  it('finds people and rooms', async () => {
    expect(await host.ask({ ask: 'user', id: 'alice' })).toMatchObject({ value: { username: 'alice', type: 'user' } });
    expect(await host.ask({ ask: 'user', id: 'nobody' })).toEqual({ outcome: 'nothing' });
    expect(await host.ask({ ask: 'room', id: 'GENERAL' })).toMatchObject({ value: { slugifiedName: 'general' } });
    expect(await host.ask({ ask: 'room', id: 'nowhere' })).toEqual({ outcome: 'nothing' });
  });

  it("reads the workspace's settings", async () => {
    const siteUrl = await host.ask({ ask: 'serverSetting', id: 'Site_Url' });
    expect(siteUrl).toEqual({ outcome: 'value', value: host.workspace.url });
    expect(await host.ask({ ask: 'serverSetting', id: 'No_Such_Setting' })).toMatchObject({ outcome: 'error' });
  });

  describe("the app's own settings", () => {
    const level = async () => host.ask({ ask: 'ownSetting', id: 'level' });
    const save = async (value: unknown) => host.client.call('/_dev/app-settings', { body: { level: value } });

    it('have their default, are saved through the app, and go back with a reset', async () => {
      expect(await level()).toEqual({ outcome: 'value', value: 'low' });
      const saved = await save('  high ');
      expect([saved.status, saved.text]).toEqual([200, '{"level":"high"}']);
      expect(await level()).toEqual({ outcome: 'value', value: 'high' });
      await host.client.dev('reset', {});
      expect(await level()).toEqual({ outcome: 'value', value: 'low' });
    });

    it('are refused with the reason when the app returns a text in place of the setting', async () => {
      const refused = await save('refused');
      expect(refused.status).toBe(400);
      expect(refused.text).toContain('the level is refused');
      expect(await level()).toEqual({ outcome: 'value', value: 'low' });
    });

    it('are saved all the same when the app throws: the engine swallows it', async () => {
      expect((await save('thrown')).status).toBe(200);
      expect(await level()).toEqual({ outcome: 'value', value: 'thrown' });
    });

    it('are refused when there is no such setting', async () => {
      const refused = await host.client.call('/_dev/app-settings', { body: { nothing: 1 } });
      expect([refused.status, refused.text]).toEqual([400, '{"error":"The app has no setting \\"nothing\\"."}']);
    });
  });

  it('registers, finds, changes and deletes OAuth clients of its own', async () => {
    const oauthApp = { name: 'Probe', active: true, redirectUri: 'http://127.0.0.1/back' };
    const { value: id } = (await host.ask({ ask: 'createOAuthApp', oauthApp })) as { value: string };
    const found = await host.ask({ ask: 'oauthAppsByName', id: 'Probe' });
    expect(found).toMatchObject({
      value: [{ ...oauthApp, _id: id, _createdBy: { username: 'host-probe.bot' }, clientSecret: expect.any(String) }],
    });
    expect((found as { value: object[] }).value[0]).not.toHaveProperty('id');
    expect(await host.ask({ ask: 'oauthAppById', id })).toMatchObject({ value: { ...oauthApp, id } });

    await host.ask({ ask: 'updateOAuthApp', id, oauthApp: { ...oauthApp, redirectUri: 'http://127.0.0.1/other' } });
    expect(await host.ask({ ask: 'oauthAppById', id })).toMatchObject({
      value: { redirectUri: 'http://127.0.0.1/other' },
    });
    await host.ask({ ask: 'deleteOAuthApp', id });
    expect(await host.ask({ ask: 'oauthAppById', id })).toEqual({ outcome: 'nothing' });
    expect(await host.ask({ ask: 'oauthAppsByName', id: 'Probe' })).toEqual({ outcome: 'value', value: [] });
  });
});
