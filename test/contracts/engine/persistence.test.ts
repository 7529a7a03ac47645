import fc from 'fast-check';
import { type Association, PersistenceStore } from '../../../workspace/engine/persistence';

const by = (...ids: string[]): Association[] => ids.map((id) => ({ model: 'misc', id }));

describe('the persistence of apps', () => {
  it('keeps copies: neither what was stored nor what was read changes it', () => {
    const store = new PersistenceStore();
    const data = { list: [1] };
    store.create('app', data, by('a'));
    data.list.push(2);
    (store.readByAssociations('app', by('a'))[0] as typeof data).list.push(3);
    expect(store.readByAssociations('app', by('a'))).toEqual([{ list: [1] }]);
  });

  it('keeps dates and drops what a database would not keep', () => {
    const store = new PersistenceStore();
    const at = new Date(5);
    store.create('app', { at, gone: undefined, run: () => 1, list: [undefined] }, by('a'));
    expect(store.readByAssociations('app', by('a'))).toStrictEqual([{ at, list: [null] }]);
  });

  it('shows an app nothing of another', () => {
    const store = new PersistenceStore();
    const id = store.create('one', { n: 1 }, by('a'));
    expect(store.readByAssociations('other', by('a'))).toEqual([]);
    expect(store.removeByAssociations('other', by('a'))).toEqual([]);
    expect(store.read('other', id)).toBeUndefined();
    expect(store.remove('other', id)).toBeUndefined();
    store.updateByAssociations('other', by('a'), { n: 2 }, false);
    store.purge('other');
    expect(store.read('one', id)).toEqual({ n: 1 });
    store.purge('one');
    expect(store.all()).toEqual([]);
  });

  it('tells a model from another with the same ID', () => {
    const store = new PersistenceStore();
    store.create('app', { n: 1 }, [{ model: 'user', id: 'x' }]);
    expect(store.readByAssociations('app', [{ model: 'room', id: 'x' }])).toEqual([]);
  });

  it('finds with its indexes what a search through everything finds, whatever was done before', () => {
    const ids = fc.subarray(['a', 'b', 'c', 'd']);
    const step = fc.record({ does: fc.constantFrom('create', 'remove', 'restore'), ids });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), ids, (steps, wanted) => {
        const store = new PersistenceStore();
        steps.forEach(({ does, ids: of }, n) => {
          if (does === 'create') {
            store.create('app', { n }, by(...of));
          } else if (does === 'remove') {
            store.removeByAssociations('app', by(...of));
          } else {
            store.restore(store.snapshot());
          }
        });
        const searched = store.all().filter(({ associations = [] }) => {
          const held = associations.map(({ id }) => id);
          return wanted.length > 0 && wanted.every((id) => held.includes(id));
        });
        expect(store.readByAssociations('app', by(...wanted))).toEqual(searched.map(({ data }) => data));
      }),
    );
  });
});
