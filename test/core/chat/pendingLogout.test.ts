import {
  cancelLogout,
  findPending,
  keepPending,
  newPending,
  PENDING_LIFETIME_MS,
  recordPending,
  refuse,
  takePending,
} from '../../../core/chat/pendingLogout';
import { AppError } from '../../../core/shared/errors';
import { caller, challenge, chatWorld, keep, pending, stranger, waiting } from '../../fakes/chat';
import { NOW, replies } from '../../fakes/ports';

async function kept() {
  const server = chatWorld();
  return { ...server, id: (await keep(server)).id };
}

test('a new one is under an ID of its own, for its person, and stored only when it is kept', async () => {
  const { ports, persistence } = chatWorld();
  const [one, other] = [newPending(pending, caller, ports), newPending(pending, caller, ports)];
  expect(one).toEqual({ ...pending, id: one.id, ownerId: 'u1', expiresAt: NOW + PENDING_LIFETIME_MS, turn: 0 });
  expect(one.id).not.toBe(other.id);
  expect(persistence.dump()).toBe('[]');
});

test('what is kept says how: its turn, its time, its ID', async () => {
  const { ports } = chatWorld();
  const begun = newPending(pending, caller, ports);
  const first = await keepPending(begun, true, ports);
  expect(first).toEqual({ ...begun, turn: 1 });
  expect(await findPending(begun.id, caller, ports)).toEqual({ ...first, key: begun.id });
});

test('kept, found as often as one likes, taken once', async () => {
  const { id, ports, recorded } = await kept();
  const found = await findPending(id, caller, ports);
  expect(found).toMatchObject({ ...pending, id, ownerId: 'u1', expiresAt: NOW + PENDING_LIFETIME_MS, turn: 1 });
  await findPending(id, caller, ports);
  expect(await takePending(found, caller, ports)).toEqual(found);
  expect(await recorded()).toEqual([]);
  await expect(takePending(found, caller, ports)).rejects.toMatchObject({ code: 'error-request-expired' });
  expect(await recorded()).toHaveLength(1);
});

test.each([
  [true, NOW + 60_000 + PENDING_LIFETIME_MS],
  [false, NOW + PENDING_LIFETIME_MS],
])('put back for another step, with its time begun anew: %s', async (renewed, expiresAt) => {
  const { id, ports, sleep } = await kept();
  const taken = await takePending(await findPending(id, caller, ports), caller, ports);
  sleep(60_000);
  const again = await keepPending(taken, renewed, ports);
  expect(again).toEqual({ ...taken, turn: 2, expiresAt });
  expect(await findPending(id, caller, ports)).toMatchObject({ id, turn: 2, expiresAt });
});

test('what was found before it was put back can no longer be taken', async () => {
  const { id, ports } = await kept();
  const found = await findPending(id, caller, ports);
  await keepPending(await takePending(found, caller, ports), true, ports);
  await expect(takePending(found, caller, ports)).rejects.toMatchObject({ code: 'error-request-expired' });
  expect(await findPending(id, caller, ports)).toMatchObject({ turn: 2 });
});

describe('invariant 8: what a client names is looked up, and refused where it is not theirs', () => {
  const refusals: Array<[string, string | undefined, typeof caller, number, AppError['code'], string | undefined]> = [
    ['somebody else’s', undefined, stranger, 0, 'error-request-foreign', undefined],
    ['somebody else’s, too old', undefined, stranger, PENDING_LIFETIME_MS, 'error-request-foreign', undefined],
    ['their own, too old', undefined, caller, PENDING_LIFETIME_MS, 'error-request-expired', 'aLiveSession'],
    ['made up', 'made-up', caller, 0, 'error-request-expired', undefined],
    ['empty', '', caller, 0, 'error-request-expired', undefined],
  ];
  test.each(refusals)('%s: recorded, left where it is', async (_name, claimed, person, after, code, sessionId) => {
    const { id, ports, sleep, recorded } = await kept();
    sleep(after);
    await expect(findPending(claimed ?? id, person, ports)).rejects.toMatchObject({ code });
    expect(await recorded()).toEqual([
      expect.objectContaining({
        via: 'modal',
        callerId: person.id,
        sessionId,
        outcome: { result: code, durationMs: 0 },
      }),
    ]);
    expect(await ports.pendingLogouts.peek(id)).toMatchObject({ turn: 1 });
  });

  test('a moment before its end it is still good', async () => {
    const { id, ports, sleep } = await kept();
    sleep(PENDING_LIFETIME_MS - 1);
    await expect(findPending(id, caller, ports)).resolves.toMatchObject({ id });
  });
});

test('a refusal is recorded under the request it is about, or under an ID of its own', async () => {
  const { ports, recorded } = chatWorld();
  await expect(refuse(caller, 'error-request-expired', pending, ports)).rejects.toBeInstanceOf(AppError);
  await expect(refuse(caller, 'error-request-foreign', undefined, ports)).rejects.toBeInstanceOf(AppError);
  const [about, unknown] = await recorded();
  expect(about).toMatchObject({ correlationId: 'request-1', sessionId: 'aLiveSession' });
  expect(unknown.sessionId).toBeUndefined();
  expect(unknown.correlationId).not.toBe('request-1');
});

test('a record holds of a pending logout what the audit log is to know, and no more', async () => {
  const { ports, recorded } = chatWorld();
  const inThread = { ...pending, threadId: 't1' };
  await recordPending(caller, 'modal', inThread, 'cancelled', ports);
  const [entry] = await recorded();
  expect(entry).toMatchObject({ action: 'logout', sessionId: 'aLiveSession', reason: 'stolen laptop' });
  expect(entry).not.toHaveProperty('threadId');
});

describe('cancelled', () => {
  test('is recorded as such, and is over', async () => {
    const { id, ports, submit, recorded, endings } = await waiting();
    await cancelLogout(id, caller, ports);
    await expect(submit('123456')).rejects.toMatchObject({ code: 'error-request-expired' });
    expect(endings()).toEqual([]);
    expect((await recorded())[1]).toMatchObject({ sessionId: 'aLiveSession', outcome: { result: 'cancelled' } });
  });

  test('after it was done it leaves no record', async () => {
    const { id, ports, submit, recorded } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await submit('123456');
    const before = (await recorded()).length;
    await cancelLogout(id, caller, ports);
    expect(await recorded()).toHaveLength(before);
  });

  test('by somebody else it is not', async () => {
    const { id, ports, submit, recorded } = await waiting([challenge('totp'), challenge('totp'), replies.done()]);
    await cancelLogout(id, stranger, ports);
    expect(await recorded()).toHaveLength(1);
    await expect(submit('123456')).resolves.toMatchObject({ kind: 'done' });
  });

  test('twice at the same time it is recorded once', async () => {
    const { id, ports, recorded } = await kept();
    await Promise.all([cancelLogout(id, caller, ports), cancelLogout(id, caller, ports)]);
    expect(await recorded()).toHaveLength(1);
  });
});
