import { ILogEntry, ILogger } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { LogoutSessionEndpoint } from '../../endpoints/LogoutSessionEndpoint';
import { SessionLogoutApp } from '../../SessionLogoutApp';
import { operatorLog, WITHHELD, withholdInput } from '../../adapters/engineLog';

const entryWith = (...args: unknown[]): ILogEntry =>
  ({ caller: 'engine', severity: 'debug', timestamp: new Date(), args }) as unknown as ILogEntry;

/** Engines since 1.43 have the property alone (deno-runtime/lib/logger.ts), older ones the method too. */
const generations: Array<[string, (entries: ILogEntry[]) => ILogger]> = [
  ['since 1.43', (entries) => ({ entries }) as unknown as ILogger],
  ['up to 1.42', (entries) => ({ getEntries: () => Array.from(entries) }) as unknown as ILogger],
];

describe.each(generations)('invariant 6: nothing of the input stays in the log of engines %s', (_name, loggerWith) => {
  test('all but the sentence is withheld, in place', () => {
    const entry = entryWith("sessions/logout's post is being executed...", {
      headers: { 'x-auth-token': 'secret-1', 'x-2fa-code': 'secret-2', unheard: 'secret-3' },
      content: 'secret-4',
    });
    const command = entryWith('logout-session is being executed...', ['secret-5'], { deep: { er: 'secret-6' } });
    const logger = loggerWith([entry, command]);
    expect(withholdInput({ getLogger: () => logger })).toBe(logger);
    expect(JSON.stringify([entry, command])).not.toContain('secret');
    expect(entry.args).toEqual(["sessions/logout's post is being executed...", WITHHELD]);
    expect(command.args).toEqual(['logout-session is being executed...', WITHHELD, WITHHELD]);
  });

  test('in an object as engine 1.62 writes it, all but its sentence is withheld', () => {
    const command = entryWith({ msg: 'Command is being executed...', method: 'executor', params: [['secret-1']] });
    const withoutSentence = entryWith({ params: 'secret-2', msg: { in: 'secret-3' } }, 'secret-4');
    withholdInput({ getLogger: () => loggerWith([command, withoutSentence]) });
    expect(command.args).toEqual([{ msg: 'Command is being executed...', input: WITHHELD }]);
    expect(withoutSentence.args).toEqual([WITHHELD, WITHHELD]);
  });

  test('an empty log is fine', () => {
    expect(() => withholdInput({ getLogger: () => loggerWith([]) })).not.toThrow();
  });
});

describe('two calls that begin in the same turn, as engines up to 1.42 let them', () => {
  type Settable = { logger: ILogger };
  const info = { id: 'app', name: 'Session Logout', author: { name: 'us' } };
  const appInEngine = (): SessionLogoutApp =>
    new SessionLogoutApp(
      info as unknown as ConstructorParameters<typeof SessionLogoutApp>[0],
      { debug: () => undefined, getEntries: () => [] } as unknown as ILogger,
    );

  test('leave nothing of either input in the log, though both handlers find the logger of the second', async () => {
    const app = appInEngine();
    const endpoint = new LogoutSessionEndpoint(app);
    const request = { headers: {} } as unknown as IApiRequest;
    const inputs = ['secret-1', 'secret-2'].map((token) => {
      const entry = entryWith('sessions/logout put is being executed...', { headers: { 'x-auth-token': token } });
      (app as unknown as Settable).logger = { getEntries: () => [entry] } as unknown as ILogger;
      return entry;
    });
    await Promise.all([endpoint.put(request), endpoint.put(request)]);
    expect(inputs.map(({ args }) => args[1] as unknown)).toEqual([WITHHELD, WITHHELD]);
  });

  test('leave nothing of any input, however many they are', () => {
    const app = appInEngine();
    const inputs = Array.from({ length: 1_000 }, (_, index) => {
      const entry = entryWith('sessions/logout post is being executed...', { 'x-2fa-code': `secret-${index}` });
      (app as unknown as Settable).logger = { getEntries: () => [entry] } as unknown as ILogger;
      return entry;
    });
    // Those that had to make room are clean before any handler has begun.
    expect(inputs.slice(0, 1_000 - 256).filter(({ args }) => args[1] !== WITHHELD)).toEqual([]);
    withholdInput(app);
    expect(JSON.stringify(inputs)).not.toContain('secret');
    expect(inputs.filter(({ args }) => args[1] !== WITHHELD)).toEqual([]);
  });

  test('do not pile up: a logger is looked at once', async () => {
    const app = appInEngine();
    const getEntries = jest.fn(() => []);
    (app as unknown as Settable).logger = { getEntries } as unknown as ILogger;
    (app as unknown as Settable).logger = { getEntries: () => [] } as unknown as ILogger;
    withholdInput(app);
    withholdInput(app);
    expect(getEntries).toHaveBeenCalledTimes(1);
  });
});

test('the app’s own line has only what is named, and a broken logger breaks nothing', () => {
  const lines: unknown[] = [];
  const event = { event: 'logout', correlationId: 'request-1', result: 'done', token: 'secret' };
  operatorLog({ info: (line: unknown) => lines.push(line) } as unknown as ILogger).note(event);
  expect(lines).toEqual(['{"event":"logout","correlationId":"request-1","result":"done"}']);
  const broken = {
    info: () => {
      throw new Error('full');
    },
  } as unknown as ILogger;
  expect(() => operatorLog(broken).note(event)).not.toThrow();
});
