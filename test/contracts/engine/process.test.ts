import { createServer } from 'http';
import type { AddressInfo } from 'net';
import { HOST_APP, packageHostApp } from '../../support/hostApp';
import { type ProcessInfo, stillRunning } from '../../../workspace/client/processes';
import { WorkspaceClient } from '../../../workspace/client/workspaceClient';
import { WorkspaceProcess } from '../../../workspace/client/workspaceProcess';
import { GENERATIONS, startProbedHost } from './hostProcess';

const isDeno = ({ command }: ProcessInfo): boolean => command === 'deno';

/** They end a moment after their parent, each by itself. */
async function expectGone(processes: ProcessInfo[]): Promise<void> {
  for (let tries = 0; tries < 500 && stillRunning(processes).length > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(stillRunning(processes)).toEqual([]);
}

// A test that fails must not leave its workspace behind.
afterEach(() => WorkspaceProcess.stopAll());

describe.each(GENERATIONS)('the workspace as a process, engine %s', (engine) => {
  const hasDeno = engine === 'deno';

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('leaves nothing behind after %s', async (signal) => {
    const { workspace } = await startProbedHost({ engine });
    const processes = workspace.processes();
    expect(processes.some(isDeno)).toBe(hasDeno);
    expect((await workspace.stop(signal)).exitCode).toBe(0);
    await expectGone(processes);
  });

  it('leaves nothing behind when it is killed', async () => {
    const { workspace } = await startProbedHost({ engine });
    const processes = workspace.processes();
    for (const { pid } of processes.filter((each) => !isDeno(each))) {
      try {
        process.kill(pid, 'SIGKILL');
      } catch {
        // it ended with its parent
      }
    }
    await expectGone(processes);
  });

  it('reports once that its port is in use, and ends', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const workspace = WorkspaceProcess.spawn({ PORT: String(port), ENGINE: engine, APP: await packageHostApp() });
    expect(await workspace.ended()).toBe(1);
    expect(workspace.printedText).toMatch(new RegExp(`npm start: Port ${port} is in use. .*\n$`));
    expect(workspace.printedText).not.toMatch(/^ready|\n\s+at /m);
    await new Promise((resolve) => other.close(resolve));
  });

  it('runs several servers on the same data', async () => {
    const { workspace, client } = await startProbedHost({ engine, nodes: 2 });
    try {
      const [first, second] = workspace.urls.map((url) => new WorkspaceClient(url));
      const engineAt = async (server: WorkspaceClient, body: object) =>
        JSON.parse((await server.call(`/api/apps/public/${HOST_APP}/engine`, { body })).text) as unknown;

      await engineAt(first, { ask: 'create', by: ['shared'], data: { n: 1 } });
      expect(await engineAt(second, { ask: 'read', by: ['shared'] })).toEqual({ outcome: 'value', value: [{ n: 1 }] });

      await second.dev('app-settings', { level: 'high' });
      expect(await engineAt(first, { ask: 'ownSetting', id: 'level' })).toEqual({ outcome: 'value', value: 'high' });

      const statuses = async () =>
        Promise.all(
          [first, second].map(
            async (server) => (await server.call(`/api/apps/public/${HOST_APP}/out`, { method: 'POST' })).status,
          ),
        );
      for (const [action, expected] of [
        ['disable', 404],
        ['enable', 200],
        ['update', 200],
        ['uninstall', 404],
        ['install', 200],
      ] as const) {
        await client.dev('app', { action });
        expect([action, await statuses()]).toEqual([action, [expected, expected]]);
      }
      await client.dev('app', { action: 'uninstall' });
      expect(await client.dev('app')).toEqual({ installed: false });
      await client.dev('reset', {});
      expect(await client.dev('app')).toMatchObject({ installed: true, id: HOST_APP, version: '1.0.0' });
      expect(await statuses()).toEqual([200, 200]);
    } finally {
      await workspace.stop();
    }
  });
});

it.each([
  ['PORT', 'x'],
  ['PORT', '70000'],
  ['ENGINE', 'node'],
  ['NODES', '0'],
])('refuses %s=%s', async (name, value) => {
  const workspace = WorkspaceProcess.spawn({ [name]: value, APP: await packageHostApp() });
  expect(await workspace.ended()).toBe(1);
  expect(workspace.printedText).toMatch(new RegExp(`^\\s*npm start: ${name} must be .*"${value}"\\.\\s*$`));
});
