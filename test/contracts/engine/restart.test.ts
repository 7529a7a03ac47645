import { type ProbedHost, startProbedHost } from './hostProcess';

type Step = 'fresh install' | 'setting' | 'disable' | 'enable' | 'update' | 'restart';

let host: ProbedHost;
let alice: { userId: string; authToken: string };

async function take(step: Step): Promise<void> {
  switch (step) {
    case 'fresh install':
      await host.client.dev('app', { action: 'uninstall' });
      await host.client.dev('app', { action: 'install' });
      break;
    case 'setting':
      await host.client.dev('app-settings', { level: 'high' });
      break;
    case 'restart':
      await host.client.dev('restart', {});
      break;
    case 'disable':
    case 'enable':
    case 'update':
      await host.client.dev('app', { action: step });
  }
}

async function after(steps: Step[]): Promise<void> {
  await host.client.dev('reset', {});
  alice = await host.client.logIn('alice');
  for (const step of steps) {
    await take(step);
  }
}

const storedStatus = async () => (await host.client.dev<{ storedStatus: string }>('app')).storedStatus;

/** What people see: whether the endpoint answers, and whether the slash command is known. */
async function isOn(): Promise<{ endpoint: number; command: number }> {
  const command = await host.client.call('/api/v1/commands.run', {
    as: alice,
    body: { command: 'host-probe', roomId: 'GENERAL', params: 'say' },
  });
  return { endpoint: (await host.endpoint('out')).status, command: command.status };
}

const ON = { endpoint: 200, command: 200 };
const OFF = { endpoint: 404, command: 400 };

describe('a restart of the server, engine vm', () => {
  beforeAll(async () => {
    host = await startProbedHost({ engine: 'vm' });
  });
  afterAll(async () => {
    await host.workspace.stop();
  });

  /**
   * Engines before 1.57 write the app's whole record with every setting, from a copy made before the app was enabled
   * (engine `server/managers/AppSettingsManager`). The rows were measured on Rocket.Chat 6.5.3.
   */
  it.each<[Step[], string, object]>([
    [['fresh install'], 'manually_enabled', ON],
    [['fresh install', 'setting'], 'initialized', OFF],
    [['fresh install', 'setting', 'disable', 'enable'], 'manually_enabled', ON],
    [['fresh install', 'setting', 'disable', 'enable', 'setting'], 'initialized', OFF],
    [['fresh install', 'setting', 'update'], 'auto_enabled', ON],
    [['fresh install', 'setting', 'update', 'setting'], 'auto_enabled', ON],
    [['fresh install', 'restart', 'setting'], 'manually_enabled', ON],
    [['fresh install', 'update', 'disable', 'setting'], 'auto_enabled', ON],
    [['fresh install', 'update', 'disable'], 'manually_disabled', OFF],
  ])('after %j finds the status %s', async (steps, status, expected) => {
    await after(steps);
    expect(await storedStatus()).toBe(status);
    await take('restart');
    expect(await isOn()).toEqual(expected);
  });

  it('leaves an app that is off to be enabled again', async () => {
    await after(['fresh install', 'setting', 'restart']);
    expect(await isOn()).toEqual(OFF);
    await take('enable');
    expect(await isOn()).toEqual(ON);
  });

  it('is needed to see the defect: the app is on until then', async () => {
    await after(['fresh install', 'setting']);
    expect(await isOn()).toEqual(ON);
  });

  it('also follows a setting that the app itself writes', async () => {
    await after(['fresh install']);
    await host.ask({ ask: 'setOwnSetting', id: 'level', text: 'high' });
    await take('restart');
    expect(await isOn()).toEqual(OFF);
  });
});

describe('a restart of the server, engine deno', () => {
  beforeAll(async () => {
    host = await startProbedHost({ engine: 'deno' });
  });
  afterAll(async () => {
    await host.workspace.stop();
  });

  it.each<[Step[], string, object]>([
    [['fresh install', 'setting'], 'manually_enabled', ON],
    // It makes commands known before it enables an app; run, this one does nothing.
    [['fresh install', 'disable', 'setting'], 'manually_disabled', { ...OFF, command: 200 }],
  ])('after %j finds the status %s: this engine writes the setting alone', async (steps, status, expected) => {
    await after(steps);
    expect(await storedStatus()).toBe(status);
    await take('restart');
    expect(await isOn()).toEqual(expected);
  });

  it('keeps what is stored', async () => {
    await after([]);
    await host.ask({ ask: 'create', by: ['kept'], data: { n: 1 } });
    await take('setting');
    await take('restart');
    expect(await host.ask({ ask: 'read', by: ['kept'] })).toEqual({ outcome: 'value', value: [{ n: 1 }] });
    expect(await host.ask({ ask: 'ownSetting', id: 'level' })).toEqual({ outcome: 'value', value: 'high' });
  });
});
