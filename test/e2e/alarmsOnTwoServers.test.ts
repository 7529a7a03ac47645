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
  await Promise.all(workspace.urls.map((url) => new WorkspaceClient(url).runJob(JOB)));
  // Whoever came while the other had the turn left it to them.
  await workspace.runJob(JOB);

  const texts = await workspace.deliveries<Shown>('alice');
  expect(texts.filter(({ text }) => text?.includes('You were logged out on'))).toHaveLength(10);
  const inRoom = texts.filter(({ text, roomId }) => roomId === 'GENERAL' && text?.includes('ended sessions of'));
  expect(inRoom).toHaveLength(1);
});
