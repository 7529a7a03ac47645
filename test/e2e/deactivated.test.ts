import { setActive } from './support/accounts';
import { expectOnlyEnded, expectRecorded, expectRefused, NOTHING } from './support/expectations';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

/** An OAuth2 token outlives the deactivation of its owner (measured on a Rocket.Chat 6.5.3 server). */
test("a deactivated person's token: refused and recorded, and the workspace is asked nothing", async () => {
  const { accessToken, userId } = await workspace.grantAccess('pat');
  const code = await workspace.code('pat');
  await setActive(workspace, 'pat', false);
  await expect(workspace.isLoggedIn({ accessToken })).resolves.toBe(true);

  const answer = await workspace.logout({ as: { accessToken }, sessionId: workspace.alice.sessionId, code });

  const entry = await expectRefused(workspace, answer, {
    status: 403,
    errorType: 'error-account-deactivated',
    received: NOTHING,
  });
  expect(entry).toMatchObject({ callerId: userId, callerUsername: 'pat' });
});

test('activated again, the same token works again', async () => {
  const { accessToken, userId } = await workspace.grantAccess('pat');
  await setActive(workspace, 'pat', false);
  await setActive(workspace, 'pat', true);
  const code = await workspace.code('pat');
  const answer = await workspace.logout({ as: { accessToken }, sessionId: workspace.alice.sessionId, code });

  expect(answer.status).toBe(200);
  await expectOnlyEnded(workspace, workspace.alice, userId);
  await expectRecorded(workspace, answer, 'done');
});
