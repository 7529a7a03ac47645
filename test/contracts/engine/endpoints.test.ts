import { HOST_APP } from '../../support/hostApp';
import type { Login } from '../../../workspace/client/http';
import { GENERATIONS, type ProbedHost, startProbedHost } from './hostProcess';

interface Received {
  headers: Record<string, string>;
  query: Record<string, unknown>;
  content: unknown;
  user: Record<string, unknown> | null;
}

describe.each(GENERATIONS)('app endpoints, engine %s', (engine) => {
  let host: ProbedHost;
  let olivia: Login;

  beforeAll(async () => {
    host = await startProbedHost({ engine });
    olivia = await host.client.logIn('olivia');
  });
  afterAll(async () => {
    await host.workspace.stop();
  });

  const received = async (...call: Parameters<ProbedHost['endpoint']>): Promise<Received> => {
    const answer = await host.endpoint(...call);
    expect(answer.status).toBe(200);
    return JSON.parse(answer.text) as Received;
  };

  describe('who calls', () => {
    it('is a person of the workspace with roles by ID, for a login token', async () => {
      const { users, roles } = await host.client.dev<{
        users: Array<{ _id: string; username: string }>;
        roles: Array<{ _id: string; name: string }>;
      }>('state');
      const officer = roles.find(({ name }) => name === 'security-officer')?._id;
      const { user } = await received('out', { as: olivia });
      expect(user).toMatchObject({
        id: users.find(({ username }) => username === 'olivia')?._id,
        username: 'olivia',
        name: 'Olivia Officer',
        type: 'user',
        isEnabled: true,
        emails: [{ address: 'olivia@example.com', verified: true }],
        roles: ['user', officer],
        settings: { preferences: {} },
      });
    });

    it("brings the person's language", async () => {
      await host.client.dev('users', { username: 'lena', language: 'pt-BR' });
      const { user } = await received('out', { as: await host.client.logIn('lena') });
      expect(user).toMatchObject({ settings: { preferences: { language: 'pt-BR' } } });
    });

    it.each([
      ['no login', {}],
      ['an unknown token', { 'x-user-id': 'ID', 'x-auth-token': 'nonsense' }],
      ['a token without a user ID', { 'x-auth-token': 'TOKEN' }],
      ["somebody else's user ID", { 'x-user-id': 'nobody', 'x-auth-token': 'TOKEN' }],
      ['an unknown bearer token', { authorization: 'Bearer nonsense' }],
    ])('is nobody for %s, and an endpoint that asks for a login is not reached', async (_case, given) => {
      const { userId, authToken } = olivia;
      const headers = Object.fromEntries(
        Object.entries(given).map(([name, value]) => [name, value.replace('ID', userId).replace('TOKEN', authToken)]),
      );
      expect((await received('out', { headers })).user).toBeNull();
      const refused = await host.endpoint('closed', { method: 'GET', headers });
      expect([refused.status, refused.text]).toEqual([401, 'Unauthorized']);
    });

    it('reaches an endpoint that asks for a login', async () => {
      const answer = await host.endpoint('closed', { method: 'GET', as: olivia });
      expect([answer.status, answer.text]).toEqual([200, '{"username":"olivia"}']);
    });
  });

  describe('what arrives', () => {
    it('has header names in lower case and a decoded query', async () => {
      const { headers, query } = await received('out?a=%C3%A9%20x&b=1&b=2', { headers: { 'X-Probe-Header': 'Value' } });
      expect(headers['x-probe-header']).toBe('Value');
      expect(Object.keys(headers)).toEqual(Object.keys(headers).map((name) => name.toLowerCase()));
      expect(query).toEqual({ a: 'é x', b: ['1', '2'] });
    });

    const form = 'application/x-www-form-urlencoded';
    it.each<[string, { body?: unknown; text?: string; headers?: Record<string, string> }, unknown]>([
      ['an object', { body: { a: { b: [1, null, 'é'] } } }, { a: { b: [1, null, 'é'] } }],
      ['an array', { body: ['x', 1] }, ['x', 1]],
      ['a form', { text: 'sessionId=a%20b&n=1', headers: { 'content-type': form } }, { sessionId: 'a b', n: '1' }],
      ['plain text', { text: 'abc', headers: { 'content-type': 'text/plain' } }, {}],
      ['nothing', {}, {}],
    ])('has the body: %s', async (_case, call, expected) => {
      expect((await received('out', call)).content).toEqual(expected);
    });

    // Engines with Deno take the longer per byte the more there is: 12 MB are decoded for some 20 s, of the 30 they give.
    const megabytes = engine === 'vm' ? 12 : 3;
    it(`has a body of ${megabytes} MB`, async () => {
      const { content } = await received('out', { body: { text: 'x'.repeat(megabytes * 1024 * 1024) } });
      expect((content as { text: string }).text).toHaveLength(megabytes * 1024 * 1024);
    });

    it.each(['{', '"text"', 'null', ''.padEnd(10, '[')])('is not there for the malformed body %s', async (text) => {
      const answer = await host.endpoint('out', { text, headers: { 'content-type': 'application/json' } });
      expect([answer.status, answer.contentType]).toEqual([400, 'text/html']);
    });
  });

  describe('what comes back', () => {
    it('has the status, headers and content the app gave', async () => {
      const answer = await host.endpoint('deep/info?q=1', { method: 'GET' });
      expect([answer.status, answer.contentType, answer.text]).toEqual([203, 'text/plain', '{"q":"1"}']);
      expect(answer.headers.get('x-probe')).toBe('yes');
    });

    it('is a 500 with the message when the app throws', async () => {
      const answer = await host.endpoint('failing', { method: 'GET' });
      expect([answer.status, answer.contentType, answer.text]).toEqual([500, 'text/html', 'thrown on purpose']);
    });

    it.each(['GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'])(
      'is a 500 with an internal message when the app does not define %s',
      async (method) => {
        const answer = await host.endpoint('out', { method });
        expect([answer.status, answer.contentType]).toEqual([500, 'text/html']);
        expect(answer.text).toMatch(engine === 'deno' ? /^out's \w+ not exists$/ : /undefined/);
      },
    );

    it.each([
      ['an unknown path', `public/${HOST_APP}/nothing`],
      ['an unknown app', 'public/00000000-0000-4000-8000-000000000000/out'],
      ['a public endpoint asked for as a private one', `private/${HOST_APP}/hash/nothing`],
    ])('is a 404 in plain text for %s', async (_case, path) => {
      const answer = await host.client.call(`/api/apps/${path}`, { body: {} });
      expect([answer.status, answer.contentType, answer.text]).toEqual([404, 'text/plain', 'Not Found']);
    });

    it('answers many calls at once, each with its own', async () => {
      const calls = Array.from({ length: 50 }, (_, index) => received('out', { body: { index } }));
      const contents = (await Promise.all(calls)).map(({ content }) => content);
      expect(contents).toEqual(contents.map((_, index) => ({ index })));
    });
  });

  it('logs each call whole, tokens and body included, unless the app prevents it', async () => {
    await received('out', { as: olivia, body: { marker: 'in-the-log' } });
    const logs = await host.client.dev<Array<{ appId: string; entries: unknown[] }>>('app-logs');
    const entry = logs.filter(({ entries }) => JSON.stringify(entries).includes('in-the-log')).pop();
    expect(entry?.appId).toBe(HOST_APP);
    expect(JSON.stringify(entry)).toContain(olivia.authToken);
  });
});
