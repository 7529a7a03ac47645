import { codeAttempts } from '../../adapters/codeAttempts';
import { connectionStore, removeConnections } from '../../adapters/connectionStore';
import { singleUseStore } from '../../adapters/singleUseStore';
import { tokenKey } from '../../adapters/tokenKey';
import { CodeAttempts } from '../../core/brake/codeAttempts';
import { Connection, ConnectionStore } from '../../core/connection/connection';
import { SingleUseStore } from '../../core/shared/singleUse';
import { MemoryCodeAttempts } from '../fakes/codeAttempts';
import { MemoryPersistence, PersistenceCall, seenBy } from '../fakes/persistence';

const NOW = 1000;
let ids = 0;
const random = { id: () => `id-${++ids}` };
const clockAt = (now: number) => ({ now: () => now });

/** A gate that somebody waits at, until it is opened. */
function gate() {
  let open!: () => void;
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

describe('what may be used once', () => {
  const value = { note: 'hello', ownerId: 'u1', expiresAt: 2000, turn: 0 };
  const storeOn = (persistence: MemoryPersistence): SingleUseStore<{ note: string }> =>
    singleUseStore('thing', persistence, persistence, { clock: clockAt(NOW), random });

  test('is looked at as often as one likes, and taken once', async () => {
    const store = storeOn(new MemoryPersistence());
    await store.put('key', value);
    expect(await store.peek('key')).toMatchObject(value);
    expect(await store.peek('key')).toMatchObject(value);
    expect(await store.take('key', value)).toMatchObject(value);
    expect(await store.take('key', value)).toBeUndefined();
    expect(await store.peek('key')).toBeUndefined();
  });

  test('is had by exactly one of many who ask at the same time, on whatever server', async () => {
    for (let round = 0; round < 20; round++) {
      const persistence = new MemoryPersistence();
      await storeOn(persistence).put('key', value);
      const taken = await Promise.all(Array.from({ length: 8 }, () => storeOn(persistence).take('key', value)));
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
  });

  describe('by two servers, of which the second is held up until the first is done', () => {
    /** Both saw the value; the second one's claim comes after the first has taken it and cleaned up. */
    async function secondComesLate(between: (store: SingleUseStore<{ note: string }>) => Promise<void>) {
      const persistence = new MemoryPersistence();
      const first = storeOn(persistence);
      await first.put('key', value);
      const { passed, open } = gate();
      const second = storeOn(
        seenBy(persistence, ({ kind, associations }) =>
          kind === 'create' && associations[0].includes(':claim:') ? passed : undefined,
        ),
      );
      const seen = await second.peek('key');
      const late = second.take('key', seen!);
      const won = await first.take('key', value);
      await between(first);
      open();
      return { won, lost: await late, persistence, first };
    }

    test('it is gone', async () => {
      const { won, lost, persistence } = await secondComesLate(async () => undefined);
      expect(won).toMatchObject(value);
      expect(lost).toBeUndefined();
      expect(persistence.dump()).toBe('[]');
    });

    test('it was put back for another turn, which the second did not see', async () => {
      const { lost, first } = await secondComesLate((store) => store.put('key', { ...value, turn: 1 }));
      expect(lost).toBeUndefined();
      expect(await first.peek('key')).toMatchObject({ turn: 1 });
    });
  });

  test('is had by the first of two who both claim it', async () => {
    const persistence = new MemoryPersistence();
    await storeOn(persistence).put('key', value);
    const { passed, open } = gate();
    // The first has filed its claim and waits; the second claims, looks and gives up in the meantime.
    const first = storeOn(
      seenBy(persistence, ({ kind, associations }) =>
        kind === 'read' && associations[0].includes(':claim:') ? passed : undefined,
      ),
    ).take('key', value);
    await new Promise((resolve) => setImmediate(resolve));
    expect(await storeOn(persistence).take('key', value)).toBeUndefined();
    open();
    expect(await first).toMatchObject(value);
  });

  test('leaves nothing behind', async () => {
    const persistence = new MemoryPersistence();
    await storeOn(persistence).put('key', value);
    await Promise.all([1, 2, 3].map(() => storeOn(persistence).take('key', value)));
    expect(persistence.dump()).toBe('[]');
  });

  test('has a key that leads to nothing else that is stored', async () => {
    const persistence = new MemoryPersistence();
    const store = storeOn(persistence);
    await store.put('key', value);
    for (const key of ['all', 'of-u1', ':all', 'key:key', 'claim:key:0', 'owner:u1', '']) {
      expect(await store.peek(key)).toBeUndefined();
      expect(await store.take(key, value)).toBeUndefined();
    }
    expect(await store.peek('key')).toMatchObject(value);
  });

  test('can be put back and taken again', async () => {
    const store = storeOn(new MemoryPersistence());
    await store.put('key', value);
    await store.take('key', value);
    await store.put('key', { ...value, turn: 1 });
    expect(await store.take('key', { ...value, turn: 1 })).toMatchObject({ turn: 1 });
  });

  test('is cleared away with the next one when its time is over, and only then', async () => {
    const store = storeOn(new MemoryPersistence());
    await store.put('over', { ...value, expiresAt: NOW });
    await store.put('foreign', { ...value, ownerId: 'u2', expiresAt: NOW });
    await store.put('live', { ...value, expiresAt: NOW + 1 });
    await store.put('next', value);
    expect(await store.peek('over')).toBeUndefined();
    expect(await store.peek('foreign')).toBeUndefined();
    expect(await store.peek('live')).toBeDefined();
  });

  describe('whose server stops while it is taken', () => {
    /** A server that files its claim and is heard of no more. */
    async function stopped() {
      const persistence = new MemoryPersistence();
      await storeOn(persistence).put('key', value);
      const claimed = gate();
      void storeOn(
        seenBy(persistence, ({ kind, associations }) => {
          if (kind === 'read' && associations[0].includes(':claim:')) {
            claimed.open();
            return new Promise(() => undefined);
          }
          return undefined;
        }),
      ).take('key', value);
      await claimed.passed;
      expect(persistence.dump()).toContain(':claim:');
      return persistence;
    }
    const laterOn = (persistence: MemoryPersistence, now: number): SingleUseStore<{ note: string }> =>
      singleUseStore('thing', ...both(persistence), { clock: clockAt(now), random });

    test('is had by nobody else, and its claim is cleared away with the next one when its time is over', async () => {
      const persistence = await stopped();
      expect(await storeOn(persistence).take('key', value)).toBeUndefined();
      const next = { ...value, expiresAt: 9000 };
      await laterOn(persistence, value.expiresAt).put('next', next);
      expect(persistence.dump()).not.toContain(':claim:');
      expect(await laterOn(persistence, value.expiresAt).peek('key')).toBeUndefined();
      expect(await laterOn(persistence, value.expiresAt).take('next', next)).toMatchObject(next);
      expect(persistence.dump()).toBe('[]');
    });

    test('not sooner: until then it must keep others away', async () => {
      const persistence = await stopped();
      await laterOn(persistence, value.expiresAt - 1).put('next', { ...value, expiresAt: 9000 });
      expect(await laterOn(persistence, value.expiresAt - 1).take('key', value)).toBeUndefined();
      expect(persistence.dump()).toContain(':claim:');
    });

    test('the claim of another store is not touched', async () => {
      const persistence = await stopped();
      const other = singleUseStore('other', ...both(persistence), { clock: clockAt(9000), random });
      await other.put('key', { ...value, expiresAt: 9999 });
      expect(persistence.dump()).toContain('thing:claim:');
    });
  });

  test('fields without a value are absent when read back', async () => {
    const tools = { clock: clockAt(NOW), random };
    const store = singleUseStore<{ reason?: string }>('thing', ...both(new MemoryPersistence()), tools);
    await store.put('key', { ...value, reason: undefined });
    expect(await store.peek('key')).not.toHaveProperty('reason');
  });
});

describe('connections', () => {
  const connection: Connection = {
    id: 'c1',
    userId: 'u1',
    accessToken: 'access-1',
    connectedAt: 500,
    accessExpiresAt: 5000,
    expiresAt: 9000,
  };
  const storeOn = (
    persistence: MemoryPersistence,
    { now = NOW, secret = 'client-secret' }: { now?: number; secret?: string | undefined } = {},
  ): ConnectionStore =>
    connectionStore(...both(persistence), {
      key: async () => (secret === '' ? undefined : tokenKey(secret, 'the-app')),
      clock: clockAt(now),
      random,
    });
  const isLeft = (persistence: MemoryPersistence): number => persistence.dump().match(/"sealed"/g)?.length ?? 0;

  test('come back as they were saved, the newest in the place of older ones', async () => {
    const persistence = new MemoryPersistence();
    const store = storeOn(persistence);
    const second = { ...connection, id: 'c2', accessToken: 'access-2', refreshToken: 'refresh-2' };
    expect(await store.save(connection, [])).toBe(true);
    expect(await store.save(second, [])).toBe(true);
    expect(await store.find('u1')).toEqual(second);
    expect(isLeft(persistence)).toBe(1);
    expect(persistence.dump()).not.toMatch(/access-|refresh-2/);
  });

  test('saved at the same time by several servers, one of them stays', async () => {
    const persistence = new MemoryPersistence();
    await Promise.all(['c1', 'c2', 'c3'].map((id) => storeOn(persistence).save({ ...connection, id }, [])));
    expect(await storeOn(persistence).find('u1')).toBeDefined();
    expect(isLeft(persistence)).toBe(1);
  });

  test('of anybody are cleared away when their time is over', async () => {
    const persistence = new MemoryPersistence();
    await storeOn(persistence).save({ ...connection, userId: 'u2', id: 'old' }, []);
    await storeOn(persistence).save({ ...connection, userId: 'u3', id: 'live', expiresAt: 9001 }, []);
    const later = storeOn(persistence, { now: 9000 });
    await later.save({ ...connection, expiresAt: 20_000 }, []);
    expect(await later.find('u2')).toBeUndefined();
    expect(await later.find('u3')).toMatchObject({ id: 'live' });
    expect(isLeft(persistence)).toBe(2);
  });

  test.each([
    ['another secret', 'another-secret'],
    ['no OAuth client', ''],
  ])('do not open with %s, which is told apart from none', async (_name, secret) => {
    const persistence = new MemoryPersistence();
    await storeOn(persistence).save(connection, []);
    expect(await storeOn(persistence, { secret }).find('u1')).toBe('unreadable');
    expect(await storeOn(persistence, { secret }).find('u2')).toBeUndefined();
  });

  test('made with another secret take the place of those that cannot be read', async () => {
    const persistence = new MemoryPersistence();
    await storeOn(persistence).save(connection, []);
    const after = storeOn(persistence, { secret: 'another-secret', now: NOW + 1 });
    await after.save({ ...connection, id: 'c2', accessToken: 'access-2' }, []);
    expect(await after.find('u1')).toMatchObject({ accessToken: 'access-2' });
    expect(isLeft(persistence)).toBe(1);
  });

  test('are not stored while there is nothing to lock them with', async () => {
    const persistence = new MemoryPersistence();
    await expect(storeOn(persistence, { secret: '' }).save(connection, [])).rejects.toMatchObject({
      code: 'error-connect-failed',
    });
    expect(persistence.dump()).toBe('[]');
  });

  test('open for nobody else, however they got under their name', async () => {
    const persistence = new MemoryPersistence();
    await storeOn(persistence).save(connection, []);
    const [{ associations, data }] = JSON.parse(persistence.dump()) as Array<{ associations: string[]; data: object }>;
    expect(associations.join()).toContain('connection-of-u1');
    const stolen = new MemoryPersistence();
    stolen.readByAssociations = async () => [data];
    expect(await storeOn(stolen).find('u1')).toMatchObject({ accessToken: 'access-1' });
    expect(await storeOn(stolen).find('u2')).toBe('unreadable');
  });

  test('are deleted one by one, or all at once', async () => {
    const persistence = new MemoryPersistence();
    const store = storeOn(persistence);
    for (const userId of ['u1', 'u2', 'u3']) {
      await store.save({ ...connection, id: `c-${userId}`, userId }, []);
    }
    await store.remove('u2');
    expect(await store.find('u1')).toBeDefined();
    expect(await store.find('u2')).toBeUndefined();
    await removeConnections(...both(persistence));
    expect(persistence.dump()).toBe('[]');
  });

  test('are all deleted where a server removes one document a call', async () => {
    const persistence = new MemoryPersistence();
    const store = storeOn(persistence);
    for (const userId of ['u1', 'u2', 'u3']) {
      await store.save({ ...connection, id: `c-${userId}`, userId }, []);
    }
    await removeConnections(oneAtATime(persistence), persistence);
    expect(persistence.dump()).toBe('[]');
  });

  describe('that cannot be checked after they were stored', () => {
    const failing = (persistence: MemoryPersistence): ConnectionStore =>
      storeOn(
        seenBy(persistence, ({ kind, associations }) => {
          if (kind === 'read' && associations.includes('misc:disconnects-of-u1')) {
            throw new Error('the store is down');
          }
        }),
      );

    test('leave nothing, and the failure is told', async () => {
      const persistence = new MemoryPersistence();
      await expect(failing(persistence).save(connection, [])).rejects.toThrow('the store is down');
      expect(persistence.dump()).toBe('[]');
    });

    test('leave what was there before', async () => {
      const persistence = new MemoryPersistence();
      await storeOn(persistence).save(connection, []);
      await expect(failing(persistence).save({ ...connection, id: 'c2' }, [])).rejects.toThrow('the store is down');
      expect(await storeOn(persistence).find('u1')).toMatchObject({ id: 'c1' });
      expect(isLeft(persistence)).toBe(1);
    });
  });

  test('take the place of older ones of the same person only, never of newer ones', async () => {
    const persistence = new MemoryPersistence();
    const others = { ...connection, id: 'c9', userId: 'u2' };
    await storeOn(persistence, { now: NOW - 1 }).save(others, []);
    await storeOn(persistence, { now: NOW - 1 }).save({ ...connection, id: 'older' }, []);
    const { passed, open } = gate();
    const stopped = gate();
    // It is stored, and held up before it looks for what it takes the place of; a newer one is saved in the meantime.
    const saving = storeOn(
      seenBy(persistence, async ({ kind, associations }) => {
        if (kind === 'read' && associations.includes('misc:connections')) {
          stopped.open();
          await passed;
        }
      }),
    ).save(connection, []);
    await stopped.passed;
    await storeOn(persistence, { now: NOW + 1 }).save({ ...connection, id: 'newer' }, []);
    open();
    expect(await saving).toBe(true);
    expect(await storeOn(persistence).find('u1')).toMatchObject({ id: 'newer' });
    expect(await storeOn(persistence).find('u2')).toMatchObject({ id: 'c9' });
    expect(isLeft(persistence)).toBe(2);
  });

  describe('a disconnect', () => {
    test('is noted before anything is deleted', async () => {
      const persistence = new MemoryPersistence();
      await storeOn(persistence).save(connection, []);
      const calls: string[] = [];
      const watched = seenBy(persistence, ({ kind, associations }) => void calls.push(`${kind} ${associations[0]}`));
      await storeOn(watched).disconnect('u1');
      const noted = calls.indexOf('create misc:disconnects');
      const removed = calls.indexOf('remove misc:connection-of-u1');
      const tidied = calls.indexOf('read misc:disconnects');
      expect([noted, removed > noted, tidied > removed]).toEqual([0, true, true]);
    });

    test.each([
      ['noted', 'create', 'misc:disconnects', false],
      ['deleted', 'remove', 'misc:connection-of-u1', false],
      ['tidied up after', 'read', 'misc:disconnects', true],
    ])('that cannot be %s: done all the same: %s %s, %s', async (_name, kind, association, works) => {
      const persistence = new MemoryPersistence();
      await storeOn(persistence).save(connection, []);
      const ending = storeOn(
        seenBy(persistence, (call) => {
          if (call.kind === kind && call.associations[0] === association) {
            throw new Error('the store is down');
          }
        }),
      ).disconnect('u1');
      if (works) {
        await ending;
        expect(await storeOn(persistence).find('u1')).toBeUndefined();
        expect(await storeOn(persistence).disconnects('u1')).toHaveLength(1);
      } else {
        await expect(ending).rejects.toThrow('the store is down');
        expect(isLeft(persistence)).toBe(1);
      }
    });

    test('again and again leaves one note of each person, the newest', async () => {
      const persistence = new MemoryPersistence();
      for (let round = 0; round < 5; round++) {
        await storeOn(persistence, { now: NOW + round }).disconnect('u1');
        await storeOn(persistence, { now: NOW + round }).disconnect('u2');
      }
      const before = await storeOn(persistence).disconnects('u1');
      await storeOn(persistence, { now: NOW + 5 }).disconnect('u1');
      const [after, others] = await Promise.all(['u1', 'u2'].map((id) => storeOn(persistence).disconnects(id)));
      expect([before, after, others].map(({ length }) => length)).toEqual([1, 1, 1]);
      expect(after).not.toEqual(before);
    });

    test('at the same moment on two servers leaves one note at least', async () => {
      const persistence = new MemoryPersistence();
      await Promise.all([1, 2, 3].map(() => storeOn(persistence).disconnect('u1')));
      expect((await storeOn(persistence).disconnects('u1')).length).toBeGreaterThanOrEqual(1);
    });

    test('whose note took the place of the one that was known ends what began before it', async () => {
      const persistence = new MemoryPersistence();
      await storeOn(persistence).disconnect('u1');
      const known = await storeOn(persistence).disconnects('u1');
      await storeOn(persistence, { now: NOW + 1 }).disconnect('u1');
      expect(await storeOn(persistence).save(connection, known)).toBe(false);
      expect(isLeft(persistence)).toBe(0);
      // What begins now knows the newest note.
      const now = await storeOn(persistence).disconnects('u1');
      expect(await storeOn(persistence).save(connection, now)).toBe(true);
    });

    test('deletes the person’s connections, and nobody else’s', async () => {
      const store = storeOn(new MemoryPersistence());
      await store.save(connection, []);
      await store.save({ ...connection, id: 'c2', userId: 'u2' }, []);
      await store.disconnect('u1');
      expect(await store.find('u1')).toBeUndefined();
      expect(await store.find('u2')).toBeDefined();
    });

    test('before a save leaves nothing of it', async () => {
      const persistence = new MemoryPersistence();
      const store = storeOn(persistence);
      const known = await store.disconnects('u1');
      await store.disconnect('u1');
      expect(await store.save(connection, known)).toBe(false);
      expect(await store.find('u1')).toBeUndefined();
      expect(isLeft(persistence)).toBe(0);
    });

    /** A save that stops at a call of its own until somebody has disconnected. */
    async function disconnectedBefore(stop: (call: PersistenceCall) => boolean) {
      const persistence = new MemoryPersistence();
      const { passed, open } = gate();
      const stopped = gate();
      const saving = storeOn(
        seenBy(persistence, async (call) => {
          if (stop(call)) {
            stopped.open();
            await passed;
          }
        }),
      ).save(connection, []);
      await stopped.passed;
      await storeOn(persistence).disconnect('u1');
      open();
      return { saved: await saving, persistence };
    }
    const moments: Array<[string, (call: PersistenceCall) => boolean]> = [
      ['just before it is stored', ({ kind }) => kind === 'create'],
      [
        'after it was stored, before the disconnects are looked at',
        ({ kind, associations }) => kind === 'read' && associations.includes('misc:disconnects-of-u1'),
      ],
    ];
    test.each(moments)('while a save is under way, %s, leaves nothing of it', async (_name, stop) => {
      const { saved, persistence } = await disconnectedBefore(stop);
      expect(saved).toBe(false);
      expect(isLeft(persistence)).toBe(0);
    });

    test('after the disconnects were looked at deletes what was stored', async () => {
      const { persistence } = await disconnectedBefore(
        ({ kind, associations }) => kind === 'read' && associations.includes('misc:connections'),
      );
      expect(isLeft(persistence)).toBe(0);
    });

    test('that has been noted, but has not deleted yet, stops a save', async () => {
      const persistence = new MemoryPersistence();
      const { passed, open } = gate();
      const noted = gate();
      const ending = storeOn(
        seenBy(persistence, async ({ kind, associations }) => {
          if (kind === 'remove' && associations.includes('misc:connection-of-u1')) {
            noted.open();
            await passed;
          }
        }),
      ).disconnect('u1');
      await noted.passed;
      expect(await storeOn(persistence).save(connection, [])).toBe(false);
      expect(isLeft(persistence)).toBe(0);
      open();
      await ending;
    });

    test('that was known when a save began does not matter to it', async () => {
      const store = storeOn(new MemoryPersistence());
      await store.disconnect('u1');
      const known = await store.disconnects('u1');
      expect(known).toHaveLength(1);
      expect(await store.save(connection, known)).toBe(true);
      expect(await store.find('u1')).toMatchObject({ id: 'c1' });
    });

    test('of others does not matter', async () => {
      const store = storeOn(new MemoryPersistence());
      await store.disconnect('u2');
      await store.disconnect('u10');
      expect(await store.disconnects('u1')).toEqual([]);
      expect(await store.save(connection, [])).toBe(true);
    });

    test('is remembered as long as a link could still work, and then forgotten with the next one', async () => {
      const LINK_MS = 10 * 60_000;
      const persistence = new MemoryPersistence();
      await storeOn(persistence).disconnect('u1');
      await storeOn(persistence).disconnect('u2');
      await storeOn(persistence, { now: NOW + LINK_MS }).disconnect('u3');
      expect(await storeOn(persistence).disconnects('u1')).toHaveLength(1);
      await storeOn(persistence, { now: NOW + 2 * LINK_MS }).disconnect('u3');
      const store = storeOn(persistence);
      const left = await Promise.all(['u1', 'u2', 'u3'].map((userId) => store.disconnects(userId)));
      expect(left.map(({ length }) => length)).toEqual([0, 0, 1]);
    });
  });
});

const codeStores: Array<[string, (clock: { now(): number }) => CodeAttempts]> = [
  ['the fake', (clock) => new MemoryCodeAttempts(clock)],
  ['the persistence store', (clock) => codeAttempts(...both(new MemoryPersistence()), { clock })],
];

describe.each(codeStores)('codes of people: %s', (_name, make) => {
  const attempt = (id: string, callerId = 'u1') => ({ id, callerId, at: NOW });

  test('are open from when they are begun, in that order, each person’s by itself', async () => {
    const store = make(clockAt(NOW));
    for (const each of [attempt('a'), attempt('x', 'u2'), attempt('b'), attempt('y', 'u10')]) {
      await store.begin(each);
    }
    expect(await store.of('u1')).toEqual({ open: [attempt('a'), attempt('b')], incorrect: [] });
    expect(await store.of('u')).toEqual({ open: [], incorrect: [] });
  });

  test('that are incorrect stay as such, in the order in which that was stored', async () => {
    let now = NOW;
    const store = make({ now: () => now });
    await store.begin(attempt('a'));
    await store.begin(attempt('b'));
    now = NOW + 7;
    await store.end(attempt('b'), 'incorrect');
    await store.end(attempt('a'), 'incorrect');
    const incorrect = [attempt('b'), attempt('a')].map((each) => ({ ...each, at: NOW + 7 }));
    expect(await store.of('u1')).toEqual({ open: [], incorrect });
  });

  test('that are over leave nothing', async () => {
    const store = make(clockAt(NOW));
    await store.begin(attempt('a'));
    await store.begin(attempt('b'));
    await store.end(attempt('a'), 'over');
    expect(await store.of('u1')).toEqual({ open: [attempt('b')], incorrect: [] });
  });

  test('are forgotten for one person alone', async () => {
    const store = make(clockAt(NOW));
    for (const each of [attempt('a'), attempt('b'), attempt('x', 'u2')]) {
      await store.begin(each);
    }
    await store.end(attempt('b'), 'incorrect');
    await store.clear('u1');
    expect(await store.of('u1')).toEqual({ open: [], incorrect: [] });
    expect((await store.of('u2')).open).toHaveLength(1);
  });
});

describe('codes of people in persistence', () => {
  const MINUTE = 60_000;
  const begin = (persistence: MemoryPersistence, id: string, now = NOW): Promise<void> =>
    codeAttempts(...both(persistence), { clock: clockAt(now) }).begin({ id, callerId: 'u1', at: now });

  test('are forgotten where a server removes one document a call', async () => {
    const persistence = new MemoryPersistence();
    await Promise.all(['a', 'b', 'c'].map((id) => begin(persistence, id)));
    await codeAttempts(oneAtATime(persistence), persistence, { clock: clockAt(NOW) }).clear('u1');
    expect(persistence.dump()).toBe('[]');
  });

  test('are cleared away when they are too old to matter, or from a future that never was, and not before', async () => {
    const persistence = new MemoryPersistence();
    const at = (now: number): CodeAttempts =>
      codeAttempts(oneAtATime(persistence), persistence, { clock: clockAt(now) });
    await begin(persistence, 'a');
    await at(NOW).end({ id: 'a', callerId: 'u1', at: NOW }, 'incorrect');
    await begin(persistence, 'b', NOW + 90 * MINUTE);
    expect((await at(NOW + 30 * MINUTE).of('u1')).incorrect).toHaveLength(1);
    expect(persistence.dump()).not.toContain('"b"');
    expect(await at(NOW + 32 * MINUTE).of('u1')).toEqual({ open: [], incorrect: [] });
    expect(persistence.dump()).toBe('[]');
  });

  test('can be read although what is too old cannot be cleared away', async () => {
    const persistence = new MemoryPersistence();
    await begin(persistence, 'a');
    persistence.removeByAssociation = async () => {
      throw new Error('the store is down');
    };
    const store = codeAttempts(...both(persistence), { clock: clockAt(NOW + 60 * MINUTE) });
    expect(await store.of('u1')).toEqual({ open: [], incorrect: [] });
  });

  test('of somebody who guesses on and on stay few', async () => {
    const persistence = new MemoryPersistence();
    for (let guess = 0; guess < 200; guess++) {
      const now = NOW + guess * 3 * MINUTE;
      const store = codeAttempts(...both(persistence), { clock: clockAt(now) });
      await store.of('u1');
      await store.begin({ id: `g${guess}`, callerId: 'u1', at: now });
      await store.end({ id: `g${guess}`, callerId: 'u1', at: now }, 'incorrect');
    }
    expect((JSON.parse(persistence.dump()) as unknown[]).length).toBeLessThan(30);
  });
});

function both(persistence: MemoryPersistence): [MemoryPersistence, MemoryPersistence] {
  return [persistence, persistence];
}

/** A persistence that removes one document a call (apps/meteor/app/apps/server/bridges/persistence.ts). */
function oneAtATime(persistence: MemoryPersistence): MemoryPersistence {
  return new Proxy(persistence, {
    get(target, name) {
      return name === 'removeByAssociation'
        ? (record: Parameters<MemoryPersistence['removeByAssociation']>[0]) => target.removeFirst(record)
        : (Reflect.get(target, name) as unknown);
    },
  });
}
