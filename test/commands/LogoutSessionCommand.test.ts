import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { LogoutSessionCommand } from '../../commands/LogoutSessionCommand';
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
    [`${ID} --code correct horse battery staple`, 'extra words after an option'],
    [`${ID} --method password hunter2`, 'extra words after an option'],
    [`${ID} -code 731946`, 'looks like an option'],
    [`${ID} --code:731946`, 'looks like an option'],
    [`${ID} code:731946`, 'looks like an option'],
    [`${ID} code 731946`, 'looks like an option'],
    [`${ID} — code hunter2`, 'looks like an option'],
    [`${ID} --reason --code=731946`, 'looks like an option'],
    [`--code=731946 ${ID}`, 'looks like an option'],
    [`${ID} 731946`, 'number that could be a code'],
    [`${ID} 731 946`, 'number that could be a code'],
    [`${ID} my code is 731946`, 'number that could be a code'],
    ['731946', 'number that could be a code'],
  ])('%j', async (text, hint) => {
    const world = await typed(text, { triggerId: 'trigger-1' });
    expect(world.said).toEqual([expect.objectContaining({ user: 'u1', text: expect.stringContaining(hint) })]);
    expect(world.persistence.dump()).toBe('[]');
    expect([world.sent, world.opened]).toEqual([[], []]);
    // The help names a code of its own, which is not this one.
    expect(world.seen()).not.toMatch(/731|946|correct|horse|battery|staple|hunter2/);
  });

  test.each(['hunter2!', 'hunter', 'correcthorse!'])('the unknown first word %j is not repeated', async (word) => {
    const world = await typed(word);
    expect(world.said).toEqual([
      expect.objectContaining({ text: expect.stringContaining('neither a session ID nor') }),
    ]);
    expect(world.seen()).not.toContain(word);
  });
});

describe('a session ID', () => {
  const asks = (method: string) => () => ({
    status: 400,
    body: { success: false, error: 'x', errorType: 'totp-required', details: { method } },
  });
  const connectedWorld = async (settings = {}) => {
    const world = engineWorld(settings);
    await world.connect();
    return world;
  };

  test('asks the workspace, and opens the dialog with the reason and the question', async () => {
    const world = await connectedWorld();
    world.workspace.answer = asks('totp');
    await typed(`${ID} stolen laptop`, { triggerId: 'trigger-1', world });
    expect(world.sent).toHaveLength(1);
    expect(world.opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
    expect(JSON.stringify(world.opened)).toMatch(/stolen laptop.*Code from your authenticator app/);
    expect(world.said).toEqual([]);
  });

  test('where no code is asked for, opens a dialog that asks for a yes, and ends nothing, whatever was typed', async () => {
    for (const line of [ID, `${ID} --yes`]) {
      const world = await connectedWorld({ without_challenge: 'allow' });
      world.workspace.answer = () => ({ status: 404, body: { success: false, error: 'Session not found' } });
      await typed(line, { triggerId: 'trigger-1', world });
      expect(world.sent).toHaveLength(1);
      expect(JSON.stringify(world.opened)).toContain('does not ask you for a code');
    }
  });

  test('without a connection opens no dialog: a message leads to the consent page', async () => {
    const world = await typed(ID, { triggerId: 'trigger-1' });
    expect([world.sent, world.opened]).toEqual([[], []]);
    expect(world.said).toEqual([expect.objectContaining({ buttons: ['connect'] })]);
  });

  test('without a connection and without a trigger, the address of the consent page follows', async () => {
    const world = await typed(ID);
    expect(world.said).toEqual([
      expect.objectContaining({ buttons: [], text: expect.stringContaining('let the app act for you') }),
      expect.objectContaining({ text: expect.stringContaining('http://workspace.test/oauth/authorize') }),
    ]);
  });

  const inOneLine: Array<[string, string, number]> = [
    [ID, '--yes', 1],
    [`${ID} lost --yes`, 'was ended', 2],
    [`${ID} --code 731946`, 'was ended', 2],
  ];
  test.each(inOneLine)('in one line, where no code is asked for: %s', async (line, text, calls) => {
    const world = await connectedWorld({ without_challenge: 'allow' });
    world.workspace.answer = (_method, _url, { data }) => {
      const { sessionId } = data as { sessionId: string };
      return sessionId === ID
        ? { status: 200, body: { sessionId, success: true } }
        : { status: 404, body: { success: false, error: 'Session not found' } };
    };
    await typed(line, { world });
    expect(world.sent).toHaveLength(calls);
    expect(world.said).toEqual([expect.objectContaining({ text: expect.stringContaining(text) })]);
    expect(world.opened).toEqual([]);
  });
});

test.each([
  ['help', 'End somebody'],
  ['status', 'You are not connected.'],
  ['disconnect', 'no longer acts for you'],
  ['conect', '`/logout-session connect`'],
  ['hunter2', 'neither a session ID nor'],
  ['find ipp:1.2.3.4', 'is not a filter'],
  ['find os:', 'The filter os: needs a value'],
  ['@alice @alice os:a os:b', 'The filter os: appears twice'],
  ['find chrome --code 731946', 'A search needs no code'],
  [`${ID} --code 731946 --code 731946`, 'appears twice'],
  [`${ID} lost pw hunter2`, 'may be next to a secret'],
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
  ])('%s: nothing sent, recorded, connection gone', async (text, action) => {
    const world = engineWorld();
    await world.connect();
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
    expect(await world.ports.connections.find('u1')).toBeUndefined();
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

describe('a search', () => {
  const asked = async (text: string, triggerId: string | undefined = 'trigger-1') => {
    const world = engineWorld();
    await world.connect();
    world.workspace.answer = () => ({
      status: 400,
      body: { success: false, error: 'x', errorType: 'totp-required', details: { method: 'totp' } },
    });
    return typed(text, { triggerId, world });
  };

  test.each([
    ['', 'Which sessions are you looking for?'],
    ['find', 'Which sessions are you looking for?'],
    ['find windows ip:203.0.113.0/24', 'The sessions that match your search. The workspace asks'],
    ['@pat', 'Sessions of `@pat`. The workspace asks'],
    ['find @Pat os:windows', 'Sessions of `@pat`. The workspace asks'],
  ])('%j opens the dialog that asks for the code, and shows nothing yet', async (text, says) => {
    const world = await asked(text);
    expect(world.opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
    expect(JSON.stringify(world.opened)).toContain(says);
    expect(world.said).toEqual([]);
    expect(world.sent).toHaveLength(1);
  });

  test('for somebody who does not exist opens no dialog, and does not repeat the name', async () => {
    const world = await asked('@nobody-here');
    expect(world.opened).toEqual([]);
    expect(world.said).toEqual([
      expect.objectContaining({ text: expect.stringContaining('There is no user with that name'), buttons: [] }),
    ]);
    expect(JSON.stringify(world.said)).not.toContain('nobody-here');
  });

  test('without a dialog says what to do instead, and asks nothing', async () => {
    const world = await typed('@pat', {});
    expect([world.opened, world.sent]).toEqual([[], []]);
    expect(world.said).toEqual([expect.objectContaining({ text: expect.stringContaining('A search needs a dialog') })]);
  });

  test('by somebody whose role is not allowed: refused, recorded, nothing asked', async () => {
    const world = engineWorld({ allowed_roles: '' });
    await world.connect();
    await typed('@pat', { triggerId: 'trigger-1', world });
    expect([world.opened, world.sent]).toEqual([[], []]);
    expect(world.said).toEqual([expect.objectContaining({ text: expect.stringContaining('You may not do this') })]);
    expect(await world.recorded()).toEqual([
      expect.objectContaining({ outcome: { result: 'error-unauthorized', durationMs: 0 } }),
    ]);
  });

  test('a line that nobody can have typed is answered with the hint, and not repeated', async () => {
    const world = await typed(`@pat ${'x'.repeat(5_001)}`, { triggerId: 'trigger-1' });
    expect(world.said).toEqual([expect.objectContaining({ text: expect.stringContaining('/logout-session help') })]);
    expect(world.seen()).not.toContain('xxx');
  });
});
