import manifest from '../../app.json';
import { send } from '../../workspace/client/http';
import { WorkspaceClient } from '../../workspace/client/workspaceClient';
import { useWorkspace, Workspace } from './support/workspace';

const JOB = 'send-alarms';
const workspace = useWorkspace(new Workspace({ nodes: 2 }));

interface Shown {
  readonly text?: string;
  readonly roomId?: string;
}

/** Whether a person is still to be told. */
async function somebodyIsUntold(): Promise<boolean> {
  const stored = (await workspace.persistence()).map(({ data }) => data as { untold?: readonly string[] });
  return stored.some(({ untold = [] }) => untold.length > 0);
}

/** What the room was told, as everybody in it sees it. */
async function toldInRoom(): Promise<Shown[]> {
  const texts = await workspace.deliveries<Shown>('alice');
  return texts.filter(({ text, roomId }) => roomId === 'GENERAL' && text?.includes('ended sessions of'));
}

test('two servers tell the person once of each logout, and the room in few messages', async () => {
  await workspace.appSettings({ security_room: 'general' });
  const { as, code } = workspace.admin;
  const devices = await workspace.devices('alice', 10);
  const answers = await Promise.all(
    devices.map(({ sessionId }, index) =>
      send(`${workspace.urls[index % 2]}/api/apps/public/${manifest.id}/sessions/logout`, {
        as,
        body: { sessionId },
        headers: { 'x-2fa-code': code },
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual(devices.map(() => 200));
  // Whoever comes while the other has the turn leaves it to them; the room is told after the people.
  while ((await somebodyIsUntold()) || (await toldInRoom()).length === 0) {
    await Promise.all(workspace.urls.map((url) => new WorkspaceClient(url).runJob(JOB)));
  }

  const texts = await workspace.deliveries<Shown>('alice');
  expect(texts.filter(({ text }) => text?.includes('You were logged out on'))).toHaveLength(10);
  // One, or a few where the machine is slow: each stands for all logouts since the one before.
  expect((await toldInRoom()).length).toBeLessThan(5);
});
