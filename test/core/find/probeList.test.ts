import { authorizeCaller } from '../../../core/caller/authorizeCaller';
import { probeList } from '../../../core/find/probeList';
import { logins, listWorld } from '../../fakes/list';
import { replies, request, settings } from '../../fakes/ports';

async function probed(prepare: (world: ReturnType<typeof listWorld>) => void = () => undefined) {
  const world = listWorld(logins(3));
  prepare(world);
  const caller = await authorizeCaller(request.caller, world.ports);
  return { ...world, probing: probeList(caller, request.credential, 'email', settings, world.ports) };
}

test('it asks about the caller’s method, without a code, for sessions that cannot exist', async () => {
  const { list, probing } = await probed();
  const { challenge, userAgent, workspaceStatus } = await probing;
  expect(challenge).toMatchObject({ code: 'totp-required', method: 'totp' });
  expect(workspaceStatus).toBe(400);
  expect(list.sent).toEqual([
    {
      workspaceUrl: 'http://workspace.test',
      credential: request.credential,
      filter: expect.stringMatching(/^probe-id\d+$/),
      offset: 0,
      count: 1,
      userAgent,
      secondFactor: { method: 'email' },
      timeoutMs: 10_000,
    },
  ]);
  expect(userAgent).toMatch(/^Session-Logout id\d+$/);
  expect(userAgent.split(' ')[1]).not.toBe(list.sent[0].filter?.slice('probe-'.length));
});

test('a page means that no code would be verified', async () => {
  const { probing } = await probed(({ list }) => (list.before = () => undefined));
  const { challenge, workspaceStatus } = await probing;
  expect([challenge, workspaceStatus]).toEqual([undefined, 200]);
});

test('a refusal is passed on', async () => {
  const { probing } = await probed(({ list }) => (list.before = () => replies.notPermitted));
  await expect(probing).rejects.toMatchObject({ code: 'error-unauthorized' });
});

test('nothing is asked when too little is left of the call', async () => {
  const { list, probing } = await probed(({ spend }) => spend(25_001));
  await expect(probing).rejects.toMatchObject({ code: 'error-workspace-timeout' });
  expect(list.sent).toEqual([]);
});
