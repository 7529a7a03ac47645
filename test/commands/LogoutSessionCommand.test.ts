import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { LogoutSessionCommand } from '../../commands/LogoutSessionCommand';
import { callerOf } from '../../adapters/caller';
import { beginConnection } from '../../core/connection/beginConnection';
import { admin, engineWorld, ROOM } from '../fakes/engine';

const ID = 'RkpypinZrH9vfdHvk';

async function typed(
  text: string,
  { user = admin, triggerId, world = engineWorld() }: { user?: IUser; triggerId?: string; world?: World } = {},
) {
  const context = new SlashCommandContext(user, ROOM, text.split(' '), undefined, triggerId);
  await new LogoutSessionCommand(world.app).executor(context, world.read, world.modify, world.http, world.persistence);
  return world;
}
type World = ReturnType<typeof engineWorld>;

describe('invariant 6: a code or password in the wrong place is neither recorded nor repeated', () => {
  test.each([
    [`${ID} --code correct horse battery staple`, 'more words after the code'],
    [`${ID} -code 731946`, 'looks like an option'],
    [`${ID} --code:731946`, 'looks like an option'],
    [`${ID} code:731946`, 'looks like an option'],
    [`--code=731946 ${ID}`, 'looks like an option'],
    [`${ID} 731946`, 'number alone'],
    [`${ID} 731 946`, 'number alone'],
    ['731946', 'number alone'],
  ])('%j', async (text, hint) => {
    const world = await typed(text, { triggerId: 'trigger-1' });
    expect(world.said).toEqual([expect.objectContaining({ user: 'u1', text: expect.stringContaining(hint) })]);
    expect(world.persistence.dump()).toBe('[]');
    expect([world.sent, world.opened]).toEqual([[], []]);
    // The help names a code of its own, which is not this one.
    expect(world.seen()).not.toMatch(/731|946|correct|horse|battery|staple/);
  });

  test('an unknown first word that could be a password is not repeated', async () => {
    const world = await typed('hunter2!');
    expect(world.said).toHaveLength(1);
    expect(world.seen()).not.toContain('hunter2');
  });
});

test('a session ID opens the first dialog, and the workspace is asked nothing', async () => {
  const world = await typed(`${ID} stolen laptop`, { triggerId: 'trigger-1' });
  expect(world.opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
  expect(JSON.stringify(world.opened)).toContain('stolen laptop');
  expect([world.sent, world.said]).toEqual([[], []]);
});

test.each([
  ['help', 'End somebody'],
  ['status', 'You are not connected.'],
  ['disconnect', 'no longer acts for you'],
  ['conect', '`/logout-session connect`'],
  [`${ID} --code`, '--code needs a value'],
])('%s is answered', async (text, expected) => {
  const world = await typed(text);
  expect(world.said).toEqual([expect.objectContaining({ room: 'GENERAL', text: expect.stringContaining(expected) })]);
});

describe('invariant 1: a deactivated account is refused by every subcommand but the one that gives back', () => {
  const deactivated = { ...admin, isEnabled: false } as IUser;
  test.each([
    ['connect', 'connect'],
    ['status', 'status'],
    [ID, 'logout'],
    [`${ID} --code 731946`, 'logout'],
  ])('%s: nothing sent, recorded, open links ended', async (text, action) => {
    const world = engineWorld();
    await beginConnection(callerOf(admin), { correlationId: 'request-1', roomId: 'GENERAL' }, world.ports);
    await typed(text, { user: deactivated, triggerId: 'trigger-1', world });
    expect([world.sent, world.opened]).toEqual([[], []]);
    expect(world.said).toEqual([expect.objectContaining({ text: expect.stringContaining('deactivated') })]);
    expect(await world.recorded()).toEqual([
      expect.objectContaining({
        action,
        callerId: 'u1',
        outcome: { result: 'error-account-deactivated', durationMs: 0 },
      }),
    ]);
    expect(await world.ports.connections.disconnects('u1')).toHaveLength(1);
  });
});

test('whatever fails, the person is told, with the ID that leads to the log', async () => {
  const world = engineWorld();
  world.persistence.createWithAssociations = async () => {
    throw new Error('the database is down, token-1');
  };
  await typed('connect', { world });
  const { correlationId } = JSON.parse(world.lines.filter((line) => line.includes('"connect"'))[0]) as {
    correlationId: string;
  };
  expect(world.said).toEqual([expect.objectContaining({ text: expect.stringContaining(correlationId) })]);
  expect(world.seen()).not.toContain('token-1');
});
