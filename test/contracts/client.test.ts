import { mkdtempSync, rmSync, writeFileSync } from 'fs';
import { tmpdir } from 'os';
import * as path from 'path';
import { createServer, type IncomingMessage, type Server } from 'http';
import type { AddressInfo } from 'net';
import { send } from '../../workspace/client/http';
import { WorkspaceProcess } from '../../workspace/client/workspaceProcess';

describe('a call', () => {
  const echo = (request: IncomingMessage, body: string): string =>
    JSON.stringify({ method: request.method, headers: request.headers, body });
  const answers: Record<string, { status?: number; type: string; text?: string; location?: string }> = {
    '/echo': { type: 'application/json; charset=utf-8' },
    '/broken': { type: 'application/json', text: '{"success":tr' },
    '/page': { type: 'text/html', text: '{}' },
    '/moved': { status: 302, type: 'text/plain', text: '', location: '/echo' },
  };
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const { status = 200, type, text, location } = answers[request.url ?? ''];
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        response.writeHead(status, { 'content-type': type, ...(location && { location }) });
        response.end(text ?? echo(request, body));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test.each([
    ['nothing', {}, { method: 'GET', body: '' }],
    ['JSON', { body: { a: 1 } }, { method: 'POST', body: '{"a":1}' }],
    ['text', { text: 'abc' }, { method: 'POST', body: 'abc' }],
    ['another method', { method: 'PUT', body: null }, { method: 'PUT', body: 'null' }],
  ])('sends %s', async (_what, call, received) => {
    expect((await send(`${url}/echo`, call)).body).toMatchObject(received);
  });

  test('sends the caller in its headers; a header that is given takes the place of one with the same name', async () => {
    const as = { userId: 'u', authToken: 't' };
    const { body } = await send(`${url}/echo`, { as, headers: { 'x-auth-token': 'other' }, text: '' });

    expect(body).toMatchObject({ headers: { 'x-user-id': 'u', 'x-auth-token': 'other' } });
    expect((await send(`${url}/echo`, { as: { accessToken: 'a' } })).body).toMatchObject({
      headers: { authorization: 'Bearer a' },
    });
  });

  test.each([
    ['broken JSON', '/broken', { status: 200, contentType: 'application/json', body: undefined }],
    ['something other than JSON', '/page', { status: 200, contentType: 'text/html', text: '{}', body: undefined }],
    ['a redirect, which it does not follow', '/moved', { status: 302, text: '' }],
  ])('gives back %s', async (_what, path, answer) => {
    expect(await send(url + path)).toMatchObject(answer);
  });
});

describe('the process of a workspace', () => {
  afterEach(() => WorkspaceProcess.stopAll());

  test('one that does not become ready: the error holds what it printed', async () => {
    await expect(WorkspaceProcess.start({ env: { ENGINE: 'none' } })).rejects.toThrow(
      /did not get as far as expected:[^]*ENGINE must be "1\.42", .*"1\.62", "deno" \(1\.62\) or "vm" \(1\.42\), not "none"/,
    );
  });

  test('one that leaves a process behind: the stop fails, and names the process', async () => {
    const lingering = `process.title = 'lingering'; setTimeout(() => undefined, 60000)`;
    const leaveOne =
      `const { spawn } = require('child_process'); const { NODE_OPTIONS, ...env } = process.env;` +
      `spawn(process.execPath, ['-e', ${JSON.stringify(lingering)}], { env, detached: true, stdio: 'ignore' }).unref();`;
    const folder = mkdtempSync(path.join(tmpdir(), 'lingering-'));
    writeFileSync(path.join(folder, 'leaveOne.cjs'), leaveOne);
    const options = `--require=${path.join(folder, 'leaveOne.cjs')}`;
    const workspace = await WorkspaceProcess.start({ engine: 'vm', env: { NODE_OPTIONS: options } });
    const left = workspace.processes().filter(({ command }) => command === 'lingering');
    try {
      expect(left).not.toEqual([]);
      await expect(workspace.stop()).rejects.toThrow(/left these processes: .*"command":"lingering"/);
    } finally {
      left.forEach(({ pid }) => process.kill(pid));
      rmSync(folder, { recursive: true });
    }
  });
});
