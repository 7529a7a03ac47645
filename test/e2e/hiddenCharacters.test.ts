import { expectOnlyEnded, expectRecorded, expectRefused, NOTHING } from './support/expectations';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

test.each([
  ['a zero byte', '\u0000'],
  ['the escape of a terminal', '\u001b'],
  ['a backspace', '\b'],
  ['a control character above ASCII', '\u009b'],
  ['a line separator', '\u2028'],
  ['an override of the direction', '\u202e'],
  ['an isolate', '\u2066'],
  ['a mark of the direction', '\u200f'],
  ['half of a surrogate pair', '\ud83d'],
  ['the other half', '\udd12'],
])('a reason with %s is refused, and not kept', async (_what, character) => {
  const reason = `stolen${character} laptop`;
  const answer = await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId, reason });

  const entry = await expectRefused(workspace, answer, {
    status: 400,
    errorType: 'invalid-params',
    received: NOTHING,
  });
  expect(answer.body).toMatchObject({ details: { field: 'reason' } });
  expect(entry.reason ?? undefined).toBeUndefined();
  expect(answer.text + JSON.stringify(await workspace.persistence())).not.toContain('stolen');
});

test('a reason with line breaks, tabs, joined emoji and writing from right to left is kept as it is', async () => {
  const reason = 'stolen:\r\n\tfamily 👩‍👩‍👧, مفقود, אבד';
  const answer = await workspace.logout({ ...workspace.admin, sessionId: workspace.alice.sessionId, reason });

  expect(answer.status).toBe(200);
  await expectOnlyEnded(workspace, workspace.alice, workspace.admin.as.userId);
  expect(await expectRecorded(workspace, answer, 'done')).toMatchObject({ reason });
});
