import { singleUseStore } from '../../../adapters/singleUseStore';
import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { giveGrant, readOnUntil, useGrant } from '../../../core/oversight/readingGrant';
import { MemoryPersistence } from '../../fakes/persistence';
import { NOW, request } from '../../fakes/ports';

const caller = request.caller as AuthorizedCaller;
const someoneElse = { ...request.caller, id: 'u2' } as AuthorizedCaller;
const MINUTE_MS = 60_000;

function grantWorld() {
  const persistence = new MemoryPersistence();
  let time = NOW;
  let ids = 0;
  const tools = { clock: { now: () => time }, random: { id: () => `grant-${++ids}` } };
  const grants = singleUseStore<{ scope: string }>('reading', persistence, persistence, tools);
  return { ports: { ...tools, grants }, pass: (ms: number) => void (time += ms), persistence };
}

async function given() {
  const world = grantWorld();
  const id = await giveGrant(caller, 'all', readOnUntil(world.ports), world.ports);
  return { ...world, id: String(id) };
}

test('works once, for the same person and the same reading, and says until when', async () => {
  const { ports, id } = await given();
  expect(await useGrant(caller, 'all', id, ports)).toBe(NOW + 5 * MINUTE_MS);
  expect(await useGrant(caller, 'all', id, ports)).toBeUndefined();
});

test('of two servers that ask at once, one gets it', async () => {
  const { ports, id } = await given();
  const answers = await Promise.all([1, 2, 3].map(() => useGrant(caller, 'all', id, ports)));
  expect(answers.filter((until) => until !== undefined)).toHaveLength(1);
});

test.each([
  ['somebody else', someoneElse, 'all'],
  ['another reading', caller, 'user=alice'],
])('does not work for %s, and is not used up by that', async (_name, who, scope) => {
  const { ports, id } = await given();
  expect(await useGrant(who, scope, id, ports)).toBeUndefined();
  expect(await useGrant(caller, 'all', id, ports)).toBeDefined();
});

test.each([
  ['just before its end', 5 * MINUTE_MS - 1, true],
  ['at its end', 5 * MINUTE_MS, false],
  ['where the clock went back', -1, false],
])('%s: %s', async (_name, passed, works) => {
  const { ports, id, pass } = await given();
  pass(passed);
  expect((await useGrant(caller, 'all', id, ports)) !== undefined).toBe(works);
});

test('that nobody gave does not work', async () => {
  const { ports } = await given();
  expect(await useGrant(caller, 'all', 'grant-99', ports)).toBeUndefined();
});

test('that cannot be stored is none, and the part that was read is given all the same', async () => {
  const { ports } = grantWorld();
  const put = () => Promise.reject(new Error('the store is down'));
  expect(await giveGrant(caller, 'all', NOW, { ...ports, grants: { ...ports.grants, put } })).toBeUndefined();
});

test('reading on does not make the time longer', async () => {
  const { ports, id, pass } = await given();
  pass(4 * MINUTE_MS);
  const until = Number(await useGrant(caller, 'all', id, ports));
  const second = String(await giveGrant(caller, 'all', until, ports));
  pass(MINUTE_MS);
  expect(await useGrant(caller, 'all', second, ports)).toBeUndefined();
});
