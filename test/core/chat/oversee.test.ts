import { advanceLogout } from '../../../core/chat/advanceLogout';
import { beginLogout } from '../../../core/chat/beginLogout';
import { waitingOf } from '../../../core/chat/chatStep';
import { letIn, readOn } from '../../../core/chat/oversee';
import { findPending, PendingUnlock } from '../../../core/chat/pendingLogout';
import { alice, caller, chatWorld, connected } from '../../fakes/chat';
import { failureOf, request as logoutRequest } from '../../fakes/ports';
import { RIGHT_CODE } from '../../fakes/tokens';

const begun = { roomId: 'general', correlationId: 'request-1' };
const unlock = (typed: string): PendingUnlock => ({ ...begun, unlock: { typed } });
const request = {
  caller,
  credential: logoutRequest.credential,
  typed: { text: RIGHT_CODE, confirmed: true, passwordAllowed: false },
  via: 'modal',
  correlationId: 'request-1',
} as const;

async function connectedWorld() {
  const server = chatWorld();
  await connected(server);
  return server;
}

test('from the command to the code: somebody is let in again', async () => {
  const server = await connectedWorld();
  const asked = await beginLogout(caller, unlock('@Alice '), server.ports);
  expect(asked).toMatchObject({ kind: 'code-needed', pending: { unlock: { person: { id: alice.id } } } });
  const waiting = await findPending(waitingOf(asked)?.id ?? '', caller, server.ports);
  const step = await advanceLogout(waiting, caller, { code: RIGHT_CODE, reason: 'new phone' }, server.ports);
  expect(step).toMatchObject({
    kind: 'unlocked',
    wasLockedOut: false,
    pending: { unlock: { person: { id: alice.id } } },
  });
  expect(waitingOf(step)).toBeUndefined();
  const { length, [length - 1]: last } = await server.recorded();
  expect(last).toMatchObject({ action: 'unlock', targetUsername: 'alice', reason: 'new phone' });
});

test.each([
  ['nobody of that name', 'nobody', 'error-user-not-found'],
  ['oneself', 'admin', 'invalid-params'],
])('%s: the workspace is asked for no code, and it is recorded as what it was', async (_name, typed, code) => {
  const server = await connectedWorld();
  const step = await beginLogout(caller, unlock(typed), server.ports).catch((error: unknown) => error);
  expect(step).toMatchObject(code === 'invalid-params' ? { code } : { kind: 'person-unknown' });
  expect(server.tokens.sent).toEqual([]);
  expect(await server.recorded()).toEqual([
    expect.objectContaining({ action: 'unlock', outcome: expect.objectContaining({ result: code }) }),
  ]);
});

test('without anybody who was found nobody is let in', async () => {
  const server = await connectedWorld();
  expect(await failureOf(letIn(unlock('alice'), request, server.ports))).toMatchObject({
    code: 'error-user-not-found',
  });
});

test('the first page of the record is read with the code that was typed', async () => {
  const server = await connectedWorld();
  const pending = { ...begun, reading: { query: {}, pages: [], page: 0 } };
  const step = await readOn(pending, request, server.ports);
  expect(step).toMatchObject({ kind: 'record-page', pending: { reading: { pages: [[]], page: 0 } } });
  expect(server.tokens.sent.map(({ secondFactor }) => secondFactor.code)).toEqual([undefined, RIGHT_CODE]);
});
