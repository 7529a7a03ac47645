import { connect, type Socket } from 'net';
import manifest from '../../app.json';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

const PATH = `/api/apps/public/${manifest.id}/sessions/logout`;

/** Sends requests in one packet on one connection, so that the server begins them all in the same turn. */
function inOnePacket(requests: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(workspace.url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket: Socket = connect(Number(port), hostname, () => socket.write(requests.join('')));
    socket.setEncoding('utf8');
    socket.on('data', (data: string) => (received += data));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

const request = (method: string, token: string, last: boolean): string =>
  [
    `${method} ${PATH} HTTP/1.1`,
    'Host: workspace',
    'Content-Length: 0',
    `X-User-Id: nobody`,
    `X-Auth-Token: ${token}`,
    `X-2fa-Code: code-of-${token}`,
    `Connection: ${last ? 'close' : 'keep-alive'}`,
    '\r\n',
  ].join('\r\n');

test('calls that begin in the same turn leave nothing of their input in the log of the engine', async () => {
  const tokens = Array.from({ length: 12 }, (_, index) => `token-in-a-packet-${index}`);
  const requests = tokens.map((token, index) =>
    request(index % 3 === 0 ? 'PUT' : 'POST', token, index === tokens.length - 1),
  );

  const answers = await inOnePacket(requests);
  expect(answers.match(/HTTP\/1\.1 (401|405)/g)).toHaveLength(tokens.length);

  const logged = JSON.stringify(await workspace.appLogs());
  expect(logged.match(/is being executed/g)?.length).toBeGreaterThanOrEqual(engine === 'vm' ? tokens.length : 1);
  expect(logged).not.toContain('token-in-a-packet');
});
