import manifest from '../../app.json';
import { bareRequest, inOnePacket } from './support/packet';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

const PATH = `/api/apps/public/${manifest.id}/sessions/logout`;

test("calls that begin in the same turn leave none of their input in the engine's log", async () => {
  const COUNT = 12;
  const requests = Array.from({ length: COUNT }, (_, index) =>
    bareRequest(index % 3 === 0 ? 'PUT' : 'POST', PATH, {
      'X-User-Id': 'nobody',
      'X-Auth-Token': `token-in-a-packet-${index}`,
      'X-2fa-Code': `code-of-token-in-a-packet-${index}`,
      Connection: index === COUNT - 1 ? 'close' : 'keep-alive',
    }),
  );

  const answers = await inOnePacket(workspace.url, requests);
  expect(answers.match(/HTTP\/1\.1 (401|405)/g)).toHaveLength(COUNT);

  const logged = JSON.stringify(await workspace.appLogs());
  expect(logged.match(/is being executed/g)?.length).toBeGreaterThanOrEqual(engine === 'vm' ? COUNT : 1);
  expect(logged).not.toContain('token-in-a-packet');
});
