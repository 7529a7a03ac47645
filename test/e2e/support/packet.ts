import { connect, type Socket } from 'net';

/**
 * Sends requests in one packet on one connection, so that the server begins them all in the same turn. The last one
 * must ask to close the connection.
 *
 * @returns all answers, as they came
 */
export function inOnePacket(url: string, requests: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    let received = '';
    const socket: Socket = connect(Number(port), hostname, () => socket.write(requests.join('')));
    socket.setEncoding('utf8');
    socket.on('data', (data: string) => (received += data));
    socket.on('error', reject);
    socket.on('close', () => resolve(received));
  });
}

/** A request without a body, as it is sent. */
export function bareRequest(method: string, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [`${method} ${path} HTTP/1.1`, 'Host: workspace', 'Content-Length: 0', ...lines, '\r\n'].join('\r\n');
}
