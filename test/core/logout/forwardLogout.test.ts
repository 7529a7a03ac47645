import { AuditEntry, auditEntry } from '../../../core/audit/auditEntry';
import { ConfirmedLogout } from '../../../core/logout/confirmLogout';
import { forwardLogout, recordIntent } from '../../../core/logout/forwardLogout';
import { REFUSALS, WorkspaceReply } from '../../../core/logout/readReply';
import { AppError } from '../../../core/shared/errors';
import { challenge, incorrect } from '../../fakes/chat';
import { failureOf, json, replies, request, world } from '../../fakes/ports';

const confirmedWith = (codeMailed: boolean): ConfirmedLogout =>
  ({
    caller: request.caller,
    sessionId: 'aLiveSession',
    secondFactor: { code: '123456', method: 'totp' },
    userAgent: 'Session-Logout id1',
    codeMailed,
  }) as unknown as ConfirmedLogout;
const call = { workspaceUrl: 'http://workspace.test', credential: request.credential, timeoutMs: 10_000 };
const entryIn = (server: ReturnType<typeof world>): AuditEntry =>
  auditEntry(request.caller, { action: 'logout', via: 'api', correlationId: 'request-1' }, server.ports);

async function forwarded(reply: WorkspaceReply | Error, codeMailed = false) {
  const server = world([reply]);
  const intent = await recordIntent(entryIn(server), server.audit);
  return { ...server, forwarding: forwardLogout(confirmedWith(codeMailed), intent, call, server.ports.sessions) };
}

test('the workspace is sent what was confirmed, and its status comes back', async () => {
  const { sent, forwarding } = await forwarded(replies.done());
  await expect(forwarding).resolves.toBe(200);
  expect(sent).toEqual([
    {
      ...call,
      sessionId: 'aLiveSession',
      secondFactor: { code: '123456', method: 'totp' },
      userAgent: 'Session-Logout id1',
    },
  ]);
});

test('an intent that cannot be stored is an error without the store’s own message', async () => {
  const server = world([]);
  server.audit.refusing.append = true;
  const failure = await failureOf(recordIntent(entryIn(server), server.audit));
  expect(failure).toMatchObject({ code: 'error-audit-unavailable', message: 'error-audit-unavailable' });
});

test.each(REFUSALS)('%s is passed on: nothing was done', async (code) => {
  const refusal = new AppError(code, 400);
  const { forwarding } = await forwarded(refusal);
  await expect(forwarding).rejects.toBe(refusal);
});

const unclear: Array<[string, WorkspaceReply | Error, number | undefined]> = [
  ['unreachable', new AppError('error-workspace-unreachable'), undefined],
  ['no answer in time', new AppError('error-workspace-timeout'), undefined],
  ['an answer that makes no sense', json(502, undefined), 502],
  ['an unexpected exception', new TypeError('a defect, 123456'), undefined],
  ['another session than the one asked for', replies.done('another'), 200],
];
test.each(unclear)('%s: the outcome is unknown', async (_name, reply, workspaceStatus) => {
  const { forwarding } = await forwarded(reply);
  const failure = (await failureOf(forwarding)) as AppError;
  expect(failure).toMatchObject({ code: 'error-outcome-unknown', workspaceStatus });
  expect(failure.message).not.toContain('123456');
});

test('a session that is not there was not ended', async () => {
  const { forwarding } = await forwarded(replies.notFound);
  await expect(forwarding).rejects.toMatchObject({ code: 'error-session-not-found', workspaceStatus: 404 });
});

test.each([
  ['the probe had a code mailed', incorrect('email'), true, true],
  ['this answer had a code mailed', challenge('email', { codeGenerated: true }), false, true],
  ['nobody had a code mailed', incorrect('email'), false, false],
])('a refused code says whether a new one was mailed: %s', async (_name, reply, codeMailed, mailed) => {
  const { forwarding } = await forwarded(reply, codeMailed);
  await expect(forwarding).rejects.toMatchObject({ challenge: { method: 'email', mailed }, workspaceStatus: 400 });
});
