import { setActive } from './support/accounts';
import { useWorkspace } from './support/workspace';

const workspace = useWorkspace();

interface Health {
  readonly status: string;
  readonly installation?: string;
  readonly checks?: ReadonlyArray<{ readonly part: string; readonly finding: string; readonly state: string }>;
}

const health = (as?: typeof workspace.admin.as) => workspace.call<Health>('GET', 'health', { as });
const findingsIn = ({ checks = [] }: Health) => Object.fromEntries(checks.map(({ part, finding }) => [part, finding]));

test('anybody learns that it is up, and nothing else; nobody is asked', async () => {
  const { status, body } = await health();
  expect(status).toBe(200);
  expect(body).toEqual({ status: 'up', installation: expect.stringMatching(/^[\w-]{24}$/), success: true });
  expect((await health()).body.installation).toBe(body.installation);
  expect(await workspace.received()).toEqual([]);
  expect(await workspace.auditEntries()).toEqual([]);
});

test('somebody who may use the app learns the whole set-up, and no code is mailed for it', async () => {
  await workspace.runJob('hourly');
  const { status, body } = await health(workspace.admin.as);
  expect(status).toBe(200);
  expect(findingsIn(body)).toEqual({
    settings: 'ok',
    workspace: 'ok',
    site: 'ok',
    licence: 'ok',
    permission: 'ok',
    'second-factor': 'ok',
    'oauth-client': 'ok',
    room: 'none',
    retention: 'ok',
  });
  expect(await workspace.received()).toEqual([
    expect.objectContaining({ path: '/api/v1/sessions/logout', headers: expect.not.objectContaining({ 'x-2fa-code': expect.anything() }) }),
  ]);
});
