import { authorizeCaller } from '../../../core/caller/authorizeCaller';
import { probeSecondFactor } from '../../../core/logout/probeSecondFactor';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { AppError } from '../../../core/shared/errors';
import { replies, request, settings, world } from '../../fakes/ports';

async function probed(answers: Array<WorkspaceReply | Error>, method?: 'totp' | 'email', spent = 0) {
  const { ports, sent, spend } = world(answers);
  const caller = await authorizeCaller(request.caller, ports);
  spend(spent);
  return { sent, probing: probeSecondFactor(caller, request.credential, method, settings, ports) };
}

test('it asks about the caller’s method, without a code, for a session that cannot exist', async () => {
  const { sent, probing } = await probed([replies.challenge], 'email');
  const { challenge, userAgent, workspaceStatus } = await probing;
  expect(challenge).toMatchObject({ code: 'totp-required', method: 'totp' });
  expect(workspaceStatus).toBe(400);
  expect(sent).toEqual([
    {
      workspaceUrl: 'http://workspace.test',
      credential: request.credential,
      sessionId: expect.stringMatching(/^probe-id\d+$/),
      userAgent,
      secondFactor: { method: 'email' },
      timeoutMs: 10_000,
    },
  ]);
  expect(userAgent).toMatch(/^Session-Logout id\d+$/);
});

test('the User-Agent and the session have different random parts', async () => {
  const { sent, probing } = await probed([replies.challenge]);
  await probing;
  expect(sent[0].userAgent.split(' ')[1]).not.toBe(sent[0].sessionId.slice('probe-'.length));
});

test('"not found" means that no code would be verified', async () => {
  const { probing } = await probed([replies.notFound]);
  const { challenge, workspaceStatus } = await probing;
  expect([challenge, workspaceStatus]).toEqual([undefined, 404]);
});

test('a session that ended, though there was none, means that this is no workspace', async () => {
  const { probing } = await probed([replies.done()]);
  await expect(probing).rejects.toMatchObject({ code: 'error-workspace-invalid-response', workspaceStatus: 200 });
});

test.each([replies.notPermitted, replies.notLoggedIn, new AppError('error-workspace-timeout')])(
  'a refusal or failure is passed on: %j',
  async (reply) => {
    const { probing } = await probed([reply]);
    await expect(probing).rejects.toBeInstanceOf(AppError);
  },
);

test('it takes no longer than what is left of the call', async () => {
  const { sent, probing } = await probed([replies.challenge], undefined, 24_000);
  await probing;
  expect(sent[0].timeoutMs).toBe(3_000);
});

test('nothing is asked when too little is left of the call', async () => {
  const { sent, probing } = await probed([replies.challenge], undefined, 25_001);
  await expect(probing).rejects.toMatchObject({ code: 'error-workspace-timeout' });
  expect(sent).toEqual([]);
});
