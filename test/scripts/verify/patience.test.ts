import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import { logInPatiently } from '../../../scripts/verify/patience';

let server: Server;
let url: string;
/** How many logins are still refused. */
let refused: number;
let said: string[];
let waited: number[];

beforeEach(async () => {
  [refused, said, waited] = [0, [], []];
  server = createServer((request, response) => {
    const answer = (status: number, body: object): void =>
      void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    if (request.url === '/api/info') {
      answer(200, { version: '6.5', success: true });
    } else if (refused-- > 0) {
      answer(429, { success: false, error: 'slow down [error-too-many-requests]' });
    } else {
      answer(200, { status: 'success', data: { userId: 'id', authToken: 'token', me: { username: 'tess' } } });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const logIn = () => {
  const asking = { say: (line: string) => void said.push(line), ask: async () => '', confirm: async () => false };
  const wait = (async (ms: number) => void waited.push(ms)) as unknown as Parameters<typeof logInPatiently>[4];
  return logInPatiently(url, { user: 'tess', password: 'secret' }, asking, {}, wait);
};

test('where a workspace takes no more logins, it waits, says so, and tries again', async () => {
  refused = 2;

  expect((await logIn()).username).toBe('tess');
  expect(waited).toEqual([61_000, 61_000]);
  expect(said).toHaveLength(2);
});

test('it gives up in the end', async () => {
  refused = 3;

  await expect(logIn()).rejects.toMatchObject({ code: 'too-many-requests' });
});
