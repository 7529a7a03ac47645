import { createServer, type Server } from 'http';
import type { AddressInfo } from 'net';
import type { RemoteLogin } from '../../../scripts/remote/login';
import { Remote } from '../../../scripts/remote/rest';
import { APP_PATH } from '../../../scripts/verify/app';
import { consent } from '../../../scripts/verify/chat/consent';
import { CouldNotTry, Failed } from '../../../scripts/verify/outcomes';

let server: Server;
let url: string;
/** What came, with its body. */
let received: string[];
/** Where the consent page sends the browser. */
let sentTo: string;

beforeEach(async () => {
  received = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push(`${request.method} ${request.url} ${body}`);
      response.writeHead(request.method === 'POST' ? 302 : 200, { Location: sentTo }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  sentTo = `${url}${APP_PATH}/oauth/callback?code=c&state=s`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const login = (): RemoteLogin => ({
  remote: new Remote(url),
  userId: 'ada',
  username: 'ada',
  authToken: 'aToken',
  end: async () => undefined,
});
const link = (): string => `${url}/oauth/authorize?response_type=code&client_id=c&redirect_uri=r&state=s`;

test('consents with the parameters of the link and the login, and goes where the browser is sent', async () => {
  await consent(link(), login());

  expect(received).toEqual([
    'POST /oauth/authorize response_type=code&client_id=c&redirect_uri=r&state=s&token=aToken&allow=yes',
    `GET ${APP_PATH}/oauth/callback?code=c&state=s `,
  ]);
});

test.each(['https://chat.example.com/oauth/authorize?state=s', 'elsewhere'])(
  'a link to %s gets no token: the workspace has another address, or somebody made it up',
  async (to) => {
    const other = to === 'elsewhere' ? `${url}/elsewhere` : to;

    await expect(consent(other, login())).rejects.toThrow(CouldNotTry);
    expect(received).toEqual([]);
  },
);

test('a browser that is sent anywhere else is a failure, and the code goes nowhere', async () => {
  sentTo = `${url}/elsewhere?code=c`;

  await expect(consent(link(), login())).rejects.toThrow(Failed);
  await expect(consent(link(), login())).rejects.not.toMatchObject({ saw: expect.stringContaining('code=c') });
  expect(received.filter((line) => line.startsWith('GET'))).toEqual([]);
});
