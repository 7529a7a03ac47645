import { GENERATIONS, type Outcome, useProbedHost } from './hostProcess';

const READERS = ['user', 'userById', 'room', 'message'] as const;
const NOTHING: Outcome = { outcome: 'nothing' };
const found = (fields: object): Outcome => ({ outcome: 'value', value: expect.objectContaining(fields) as unknown });

/** Measured on Rocket.Chat 6.5.3; for late versions read from its source: see `workspace/engine/lookUp.ts`. */
describe.each(GENERATIONS)('what readers find, engine %s', (engine) => {
  const host = useProbedHost({ engine });

  beforeEach(async () => {
    await host.ask({ ask: 'post', roomId: 'GENERAL', text: 'the first message' });
  });

  const ask = async (wish: object) => Promise.all(READERS.map(async (reader) => host.ask({ ask: reader, ...wish })));

  it.each(['', 'unknown', 'undefined'])('is nothing for the ID "%s"', async (id) => {
    for (const version of ['6.5', 'late']) {
      await host.client.dev('settings', { version });
      expect(await ask({ id })).toEqual(READERS.map(() => NOTHING));
    }
  });

  it('is nothing for undefined on a late server', async () => {
    await host.client.dev('settings', { version: 'late' });
    expect(await ask({})).toEqual(READERS.map(() => NOTHING));
  });

  // An app in a Deno process sends `null` in the place of `undefined`.
  const firstOfAll = engine === 'vm' ? 'the first of all, an admin among people,' : 'nothing';
  it(`is ${firstOfAll} for undefined on a server of 6.5`, async () => {
    await host.client.dev('settings', { version: '6.5' });
    expect(await ask({})).toEqual(
      engine === 'vm'
        ? [
            found({ username: 'admin' }),
            found({ username: 'admin' }),
            found({ id: 'GENERAL' }),
            found({ text: 'the first message' }),
          ]
        : READERS.map(() => NOTHING),
    );
  });

  it('is a person only for the username as it is written', async () => {
    expect(await host.ask({ ask: 'user', id: 'alice' })).toEqual(found({ username: 'alice', isEnabled: true }));
    for (const id of ['Alice', '@alice', ' alice']) {
      expect([id, await host.ask({ ask: 'user', id })]).toEqual([id, NOTHING]);
    }
  });

  it('is also a person who was deactivated, but nobody who was deleted', async () => {
    await host.client.dev('user-status', { username: 'alice', action: 'deactivate' });
    expect(await host.ask({ ask: 'user', id: 'alice' })).toEqual(found({ username: 'alice', isEnabled: false }));
    await host.client.dev('user-status', { username: 'alice', action: 'delete' });
    expect(await host.ask({ ask: 'user', id: 'alice' })).toEqual(NOTHING);
  });
});
