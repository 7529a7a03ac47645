import { chatAbout } from '../../conversation/chatAbout';
import { admin, engineWorld, pat } from '../fakes/engine';

test('a chat about a pending logout is where that began, with the trigger of now', async () => {
  const world = engineWorld();
  const id = await world.keep();
  const { chat, pending } = await chatAbout(id, admin, 'trigger-1', world.call);
  expect(pending).toMatchObject({ id, sessionId: 'aLiveSession', ownerId: 'u1' });
  expect(chat).toMatchObject({
    caller: { id: 'u1' },
    roomId: 'GENERAL',
    threadId: 'thread-1',
    triggerId: 'trigger-1',
  });
});

test.each([
  ['somebody else’s', pat, 'error-request-foreign'],
  ['one that is gone', undefined, 'error-request-expired'],
])('invariant 8: there is none about %s, and it is recorded', async (_name, owner, code) => {
  const world = engineWorld();
  const id = owner ? await world.keep(owner) : 'made-up';
  await expect(chatAbout(id, admin, 'trigger-1', world.call)).rejects.toMatchObject({ code });
  expect(await world.recorded()).toEqual([
    expect.objectContaining({ callerId: 'u1', outcome: { result: code, durationMs: 0 } }),
  ]);
  expect(world.said).toEqual([]);
});

test('where the room is gone, or began nowhere, nothing is said anywhere', async () => {
  for (const roomId of ['a-room-that-is-gone', '']) {
    const world = engineWorld();
    const { chat } = await chatAbout(await world.keep(admin, { roomId }), admin, undefined, world.call);
    expect(await chat.say({ text: 'hello' })).toBe(false);
    expect(world.said).toEqual([]);
    expect(world.lines.join()).toContain('not-told');
  }
});
