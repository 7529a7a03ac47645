import { connectionStore, removeConnections } from '../../adapters/connectionStore';
import { onceStore } from '../../adapters/onceStore';
import { OnceStore } from '../../core/once';
import { memoryKey } from '../fakes/chat';
import { MemoryPersistence } from '../fakes/persistence';

const clock = { now: () => 1000 };
const value = { note: 'hello', ownerId: 'u1', expiresAt: 2000, turn: 0 };

describe('what may be used once', () => {
  let ids = 0;
  const random = { id: () => `claim-${++ids}` };
  const storeOn = (persistence: MemoryPersistence): OnceStore<{ note: string }> =>
    onceStore('thing', persistence, persistence, { clock, random });

  test('is looked at as often as one likes, and taken once', async () => {
    const store = storeOn(new MemoryPersistence());
    await store.put('key', value);
    expect(await store.peek('key')).toMatchObject(value);
    expect(await store.peek('key')).toMatchObject(value);
    expect(await store.take('key')).toMatchObject(value);
    expect(await store.take('key')).toBeUndefined();
    expect(await store.peek('key')).toBeUndefined();
  });

  test('is had by exactly one of many who ask at the same time, on whatever server', async () => {
    for (let round = 0; round < 20; round++) {
      const persistence = new MemoryPersistence();
      await storeOn(persistence).put('key', value);
      const taken = await Promise.all(Array.from({ length: 8 }, () => storeOn(persistence).take('key')));
      expect(taken.filter(Boolean)).toHaveLength(1);
    }
  });

  test('leaves nothing behind', async () => {
    const persistence = new MemoryPersistence();
    await storeOn(persistence).put('key', value);
    await Promise.all([1, 2, 3].map(() => storeOn(persistence).take('key')));
    expect(persistence.dump()).toBe('[]');
  });

  test('has a key that leads to nothing else that is stored', async () => {
    const persistence = new MemoryPersistence();
    const store = storeOn(persistence);
    await store.put('key', value);
    for (const key of ['all', 'of-u1', ':all', 'key:key', 'claim:key:0', 'owner:u1']) {
      expect(await store.peek(key)).toBeUndefined();
    }
  });

  test('can be put back and taken again', async () => {
    const store = storeOn(new MemoryPersistence());
    await store.put('key', value);
    await store.take('key');
    await store.put('key', { ...value, turn: 1 });
    expect(await store.take('key')).toMatchObject({ turn: 1 });
  });

  test('is cleared away with the next one when its time is over, and only then', async () => {
    const store = storeOn(new MemoryPersistence());
    await store.put('over', { ...value, expiresAt: 1000 });
    await store.put('foreign', { ...value, ownerId: 'u2', expiresAt: 1000 });
    await store.put('live', value);
    await store.put('next', value);
    expect(await store.peek('over')).toBeUndefined();
    expect(await store.peek('foreign')).toBeUndefined();
    expect(await store.peek('live')).toBeDefined();
  });

  test('fields without a value are absent when read back', async () => {
    const store = onceStore<{ reason?: string }>('thing', ...both(new MemoryPersistence()), { clock, random });
    await store.put('key', { ...value, reason: undefined });
    expect(await store.peek('key')).not.toHaveProperty('reason');
  });
});

describe('connections', () => {
  const connection = {
    id: 'c1',
    userId: 'u1',
    accessToken: 'access-1',
    connectedAt: 500,
    accessExpiresAt: 5000,
    expiresAt: 9000,
  };

  test('come back as they were saved, the newest in the place of older ones', async () => {
    const persistence = new MemoryPersistence();
    const store = connectionStore(...both(persistence), memoryKey(), clock);
    await store.save(connection);
    await store.save({ ...connection, id: 'c2', accessToken: 'access-2', refreshToken: 'refresh-2' });
    expect(await store.find('u1')).toEqual({
      ...connection,
      id: 'c2',
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
    });
    expect(persistence.dump().match(/"sealed"/g)).toHaveLength(1);
    expect(persistence.dump()).not.toMatch(/access-|refresh-2/);
  });

  test('saved at the same time by two servers, one of them stays', async () => {
    const persistence = new MemoryPersistence();
    const key = memoryKey();
    await key.findOrMake();
    await Promise.all(
      ['c1', 'c2', 'c3'].map((id) => connectionStore(...both(persistence), key, clock).save({ ...connection, id })),
    );
    expect(await connectionStore(...both(persistence), key, clock).find('u1')).toBeDefined();
    expect(persistence.dump().match(/"sealed"/g)).toHaveLength(1);
  });

  test('of anybody are cleared away when their time is over', async () => {
    const persistence = new MemoryPersistence();
    const key = memoryKey();
    await connectionStore(...both(persistence), key, clock).save({ ...connection, userId: 'u2', id: 'old' });
    const later = connectionStore(...both(persistence), key, { now: () => 9000 });
    await later.save({ ...connection, expiresAt: 20_000 });
    expect(await later.find('u2')).toBeUndefined();
    expect(persistence.dump().match(/"sealed"/g)).toHaveLength(1);
  });

  test('do not open with another key: one connects again', async () => {
    const persistence = new MemoryPersistence();
    await connectionStore(...both(persistence), memoryKey(), clock).save(connection);
    expect(await connectionStore(...both(persistence), memoryKey(), clock).find('u1')).toBeUndefined();
  });

  test('are deleted one by one, or all at once', async () => {
    const persistence = new MemoryPersistence();
    const store = connectionStore(...both(persistence), memoryKey(), clock);
    for (const userId of ['u1', 'u2', 'u3']) {
      await store.save({ ...connection, id: `c-${userId}`, userId });
    }
    await store.remove('u2');
    expect(await store.find('u1')).toBeDefined();
    expect(await store.find('u2')).toBeUndefined();
    await removeConnections(...both(persistence));
    expect(persistence.dump()).toBe('[]');
  });
});

function both(persistence: MemoryPersistence): [MemoryPersistence, MemoryPersistence] {
  return [persistence, persistence];
}
