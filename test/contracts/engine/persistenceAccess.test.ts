import { GENERATIONS, useProbedHost } from './hostProcess';

const NOTHING = { outcome: 'nothing' };

describe.each(GENERATIONS)('the persistence as an app sees it, engine %s', (engine) => {
  const host = useProbedHost({ engine });

  const store = async (by: string[], data: object) => host.ask({ ask: 'create', by, data });
  const read = async (...by: string[]) => host.ask({ ask: 'read', by });
  const update = async (by: string[], data: object, upsert = false) => host.ask({ ask: 'update', by, data, upsert });
  const remove = async (...by: string[]) => host.ask({ ask: 'remove', by });
  const documents = (...value: object[]) => ({ outcome: 'value', value });

  it('finds documents by all the associations asked for, in any order, oldest first', async () => {
    await store(['a', 'b'], { n: 1 });
    await store(['a'], { n: 2 });
    await store(['a', 'b', 'c'], { n: 3 });
    expect(await read('a')).toEqual(documents({ n: 1 }, { n: 2 }, { n: 3 }));
    expect(await read('b', 'a')).toEqual(documents({ n: 1 }, { n: 3 }));
    expect(await read('a', 'b', 'c')).toEqual(documents({ n: 3 }));
    expect(await read('a', 'nothing')).toEqual(documents());
    expect(await read()).toEqual(documents());
  });

  it('finds what a developer added like its own', async () => {
    const associations = [{ model: 'misc', id: 'a' }];
    await store(['a'], { n: 1 });
    await host.client.store([2, 3].map((n) => ({ associations, data: { n } })));
    expect(await read('a')).toEqual(documents({ n: 1 }, { n: 2 }, { n: 3 }));
    expect((await host.client.call('/_dev/persistence', { body: { documents: [{ data: {} }] } })).status).toBe(400);
  });

  it('removes all that have the associations, and gives what it removed, or nothing', async () => {
    await store(['a', 'b'], { n: 1 });
    await store(['a', 'b', 'c'], { n: 2 });
    await store(['a'], { n: 3 });
    expect(await remove('b')).toEqual(documents({ n: 1 }, { n: 2 }));
    expect(await remove('b')).toEqual(NOTHING);
    expect(await read('a')).toEqual(documents({ n: 3 }));
  });

  it('updates one document with exactly these associations in this order, or adds it where it may', async () => {
    await store(['a', 'b'], { n: 1 });
    await store(['a'], { n: 2 });
    await store(['a'], { n: 3 });
    await update(['a'], { n: 4 });
    expect(await read('a')).toEqual(documents({ n: 1 }, { n: 4 }, { n: 3 }));
    await update(['b', 'a'], { n: 5 });
    await update(['new'], { n: 5 });
    expect([await read('a', 'b'), await read('new')]).toEqual([documents({ n: 1 }), documents()]);
    await update(['new'], { n: 5 }, true);
    expect(await read('new')).toEqual(documents({ n: 5 }));
  });

  it('is shown whole, and emptied by a reset', async () => {
    await store(['a'], { n: 1 });
    const [shown] = await host.client.dev<object[]>('persistence');
    expect(shown).toMatchObject({ associations: [{ model: 'misc', id: 'a' }], data: { n: 1 } });
    await host.client.dev('reset', {});
    expect(await host.client.dev('persistence')).toEqual([]);
  });

  describe('answers where an ID is promised', () => {
    const id = expect.stringMatching(/^[0-9a-f]{24}$/) as string;
    const counts = { acknowledged: true, matchedCount: 0, modifiedCount: 0, upsertedCount: 0, upsertedId: null };

    // The answer to a new document was measured on 6.5.3; the rest is read from the source.
    it('with what the database said, on a server of 6.5', async () => {
      await host.client.dev('settings', { version: '6.5' });
      const answers = [
        await store(['a'], {}),
        await update(['a'], {}),
        await update(['b'], {}),
        await update(['b'], {}, true),
      ];
      expect(answers.map((answer) => (answer as { value?: unknown }).value)).toEqual([
        { acknowledged: true, insertedId: id },
        { ...counts, matchedCount: 1, modifiedCount: 1 },
        counts,
        { ...counts, upsertedCount: 1, upsertedId: id },
      ]);
    });

    it('with the ID of the new document or an empty text, on a late server', async () => {
      await host.client.dev('settings', { version: 'late' });
      const answers = [
        await store(['a'], {}),
        await update(['a'], {}),
        await update(['b'], {}),
        await update(['b'], {}, true),
      ];
      expect(answers.map((answer) => (answer as { value?: unknown }).value)).toEqual([id, '', '', id]);
    });
  });
});
