import manifest from '../../app.json';
import { bareRequest, inOnePacket } from './support/packet';
import { loggedCalls } from './support/secrets';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

const PATH = `/api/apps/public/${manifest.id}/sessions/logout`;
/** More than the app waits to see a handler begin for. */
const COUNT = 400;

test(`${COUNT} calls in one turn leave neither token nor code in the log of the engine`, async () => {
  const requests = Array.from({ length: COUNT }, (_, index) =>
    bareRequest('POST', PATH, {
      'X-User-Id': 'nobody',
      'X-Auth-Token': `many-token-${index}`,
      'X-2fa-Code': `many-code-${index}`,
      Connection: index === COUNT - 1 ? 'close' : 'keep-alive',
    }),
  );

  const answers = await inOnePacket(workspace.url, requests);
  expect(answers.match(/HTTP\/1\.1 401/g)).toHaveLength(COUNT);

  const logged = JSON.stringify(await loggedCalls(workspace, "sessions/logout's ", engine === 'vm' ? COUNT : 1));
  expect(logged.match(/many-(token|code)/g) ?? []).toEqual([]);
});
