import { GENERATIONS, type ProbedHost, startProbedHost } from './hostProcess';

interface LogEntry {
  entries: Array<{ args: unknown[] }>;
}

describe.each(GENERATIONS)('what the engine calls in the life of an app, engine %s', (engine) => {
  let host: ProbedHost;

  beforeAll(async () => {
    host = await startProbedHost({ engine });
  });
  afterAll(async () => {
    await host.workspace.stop();
  });

  const noted = async (): Promise<unknown[]> => {
    const log = await host.client.dev<LogEntry[]>('app-logs');
    const notes = log.flatMap(({ entries }) => entries).filter(({ args }) => args[0] === 'life cycle');
    return notes.map(({ args }) => args[1]);
  };
  /** The methods the app noted in the meantime. */
  const calledBy = async (action: string): Promise<unknown[]> => {
    const { length } = await noted();
    await (action === 'restart' ? host.client.dev('restart', {}) : host.client.dev('app', { action }));
    return (await noted()).slice(length);
  };

  beforeEach(async () => {
    await host.client.dev('reset', {});
  });

  // Measured on 6.5.3: an update starts the app twice there, and never calls `onUpdate`.
  it.each([
    ['restart', ['extendConfiguration', 'onEnable']],
    ['disable', ['onDisable']],
    [
      'update',
      engine === 'vm'
        ? ['onDisable', 'extendConfiguration', 'onEnable', 'extendConfiguration', 'onEnable']
        : ['onDisable', 'extendConfiguration', 'onEnable', 'onUpdate'],
    ],
  ])('%s: %j', async (action, methods) => {
    expect(await calledBy(action)).toEqual(methods);
  });

  it('install: onInstall before the app is enabled', async () => {
    await host.client.dev('app', { action: 'uninstall' });
    expect(await calledBy('install')).toEqual(['onInstall', 'extendConfiguration', 'onEnable']);
  });
});
