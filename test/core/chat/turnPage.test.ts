import { dayOf } from '../../../core/audit/auditEntry';
import { advanceLogout } from '../../../core/chat/advanceLogout';
import { beginLogout } from '../../../core/chat/beginLogout';
import { ChatStep, waitingOf } from '../../../core/chat/chatStep';
import { findPending, StoredPendingLogout } from '../../../core/chat/pendingLogout';
import { ENTRIES_ON_PAGE, Turn } from '../../../core/chat/reading';
import { turnPage } from '../../../core/chat/turnPage';
import { caller, chatWorld, ChatWorld, connected, stranger } from '../../fakes/chat';
import { failureOf, NOW } from '../../fakes/ports';
import { RIGHT_CODE } from '../../fakes/tokens';

const MINUTE = 60_000;

/** A workspace with this many entries of an hour ago, and an auditor who is connected. */
async function worldWith(entries: number): Promise<ChatWorld> {
  const server = chatWorld([], { auditorRoles: ['admin'] });
  await connected(server);
  for (let index = 0; index < entries; index++) {
    const entry = {
      id: `e${index}`,
      at: NOW - 60 * MINUTE + index,
      correlationId: `request-${index}`,
      action: 'logout',
      via: 'api',
      callerId: 'u9',
      callerUsername: 'olivia',
      callerRoles: ['admin'],
    } as const;
    await server.audit.append(entry, { result: 'done', durationMs: 1 });
  }
  return server;
}

async function begun({ ports }: ChatWorld, person = caller): Promise<ChatStep> {
  const pending = {
    reading: { query: { person: 'olivia' }, pages: [], page: 0 },
    roomId: 'general',
    correlationId: 'request-of-reading',
  };
  return beginLogout(person, pending, ports);
}

const waiting = async (step: ChatStep, { ports }: ChatWorld): Promise<StoredPendingLogout> =>
  findPending(waitingOf(step)?.id ?? '', caller, ports);

/** The first page, after the code. */
async function firstPage(server: ChatWorld): Promise<ChatStep> {
  const asked = await begun(server);
  return advanceLogout(await waiting(asked, server), caller, { code: RIGHT_CODE }, server.ports);
}

const turn = async (step: ChatStep, to: Turn, server: ChatWorld): Promise<ChatStep> =>
  turnPage(await waiting(step, server), caller, to, server.ports);

/** The IDs of the entries that are shown, and which of them in full. */
function shown(step: ChatStep): unknown {
  if (step.kind !== 'record-page') {
    return step.kind;
  }
  const { pages, page, entry } = step.pending.reading;
  return [pages[page].map(({ id }) => id), entry];
}
const ids = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => `e${from - index}`);
const readings = async ({ audit }: ChatWorld) =>
  (await audit.entriesOf(dayOf(NOW))).filter(({ action }) => action === 'read-log').map(({ outcome }) => outcome);

test('one code opens the record, and pages turn without another', async () => {
  const server = await worldWith(2 * ENTRIES_ON_PAGE + 1);
  const newest = 2 * ENTRIES_ON_PAGE;
  const first = await firstPage(server);
  expect(shown(first)).toEqual([ids(newest, newest - ENTRIES_ON_PAGE + 1), undefined]);
  const calls = server.tokens.sent.length;

  const second = await turn(first, 'older', server);
  expect(shown(second)).toEqual([ids(ENTRIES_ON_PAGE, 1), undefined]);
  const third = await turn(second, 'older', server);
  expect(shown(third)).toEqual([['e0'], undefined]);
  const back = await turn(third, 'newer', server);
  expect(shown(back)).toEqual(shown(second));
  const open = await turn(back, 2, server);
  expect(shown(open)).toEqual([ids(ENTRIES_ON_PAGE, 1), 2]);
  expect(shown(await turn(open, 'page', server))).toEqual(shown(second));

  expect(server.tokens.sent).toHaveLength(calls);
  expect(server.sent).toEqual([]);
});

test('every page that was read is recorded, and none that was only turned to', async () => {
  const server = await worldWith(2 * ENTRIES_ON_PAGE);
  const second = await turn(await firstPage(server), 'older', server);
  await turn(await turn(second, 'newer', server), 'older', server);
  expect(await readings(server)).toEqual([
    expect.objectContaining({ result: 'totp-required' }),
    expect.objectContaining({ result: 'done', secondFactor: 'totp' }),
    expect.objectContaining({ result: 'done' }),
  ]);
});

test('an incorrect code shows nothing', async () => {
  const server = await worldWith(3);
  const asked = await begun(server);
  const step = await advanceLogout(await waiting(asked, server), caller, { code: '000000' }, server.ports);
  expect(step.kind).toBe('code-incorrect');
  expect(JSON.stringify(step)).not.toContain('olivia@');
  // As a whole: a random ID can have these two characters in it.
  expect(JSON.stringify(step)).not.toContain('"e0"');
});

test('somebody who is no auditor is asked for nothing and shown nothing', async () => {
  const server = await worldWith(3);
  const person = { ...caller, roles: ['user'] };
  expect(await failureOf(begun(server, person))).toMatchObject({ code: 'error-unauthorized' });
  expect(server.tokens.sent).toEqual([]);
  expect(await readings(server)).toEqual([expect.objectContaining({ result: 'error-unauthorized' })]);
});

test('somebody whose role was taken away turns no page, not even one that was read', async () => {
  const server = await worldWith(3);
  const first = await firstPage(server);
  const nobody = { ...caller, roles: ['user'] };
  const step = await turnPage(await waiting(first, server), nobody, 0, server.ports);
  expect(step).toMatchObject({ kind: 'failed', error: { code: 'error-unauthorized' }, again: false });
});

test('nobody turns a page of somebody else’s', async () => {
  const server = await worldWith(3);
  const first = await firstPage(server);
  const finding = findPending(waitingOf(first)?.id ?? '', stranger, server.ports);
  expect(await failureOf(finding)).toMatchObject({ code: 'error-request-foreign' });
});

test('pages are shown for as long as the code is good for, however much they are turned', async () => {
  const server = await worldWith(3);
  const first = await firstPage(server);
  server.sleep(3 * MINUTE);
  const open = await turn(first, 1, server);
  expect(shown(open)).toEqual([ids(2, 0), 1]);
  server.sleep(3 * MINUTE);
  expect(await failureOf(turn(open, 'page', server))).toMatchObject({ code: 'error-request-expired' });
});

test.each(['older', 'page', 0] as const)('before the code there is no page to turn: %s', async (to) => {
  const server = await worldWith(3);
  const asked = await begun(server);
  expect(await failureOf(turn(asked, to, server))).toMatchObject({ code: 'error-request-expired' });
});

test('a logout has no pages', async () => {
  const server = chatWorld();
  const pending = { sessionId: 'aLiveSession', roomId: 'general', correlationId: 'request-1' };
  const stored = { ...pending, id: 'id', ownerId: caller.id, expiresAt: NOW + MINUTE, turn: 1 };
  expect(await failureOf(turnPage(stored, caller, 'older', server.ports))).toMatchObject({
    code: 'error-request-expired',
  });
});
