import { chatWith, sayFailure } from '../../conversation/chat';
import { AppError } from '../../core/shared/errors';
import { admin, engineWorld, ROOM } from '../fakes/engine';

const failing = (times: number) => () => {
  if (times-- > 0) {
    throw new Error('token-1');
  }
};

test.each([
  [0, 1, true],
  [1, 1, true],
  [2, 0, false],
])('a message that fails %d times is said %d times; told: %s', async (times, count, told) => {
  const world = engineWorld();
  world.workspace.notify = failing(times);
  const chat = await chatWith(admin, { room: ROOM }, world.call);
  expect(await chat.say({ text: 'hello' })).toBe(told);
  expect(world.said).toHaveLength(count);
  expect(world.lines.some((line) => line.includes('not-told'))).toBe(!told);
  expect(world.seen()).not.toContain('token-1');
});

test('a failure is said with the ID that leads to the log, and without what was thrown', async () => {
  const world = engineWorld();
  const chat = await chatWith(admin, { room: ROOM }, world.call);
  expect(await sayFailure(new Error('token-1'), 'click', chat)).toBe(true);
  expect(world.said[0].text).toContain(chat.correlationId);
  expect(world.lines).toEqual([
    JSON.stringify({ event: 'click', correlationId: chat.correlationId, result: 'error-internal' }),
  ]);
  await sayFailure(new AppError('error-connection-ended'), 'click', chat);
  expect(world.said[1].text).toBe('Your connection has ended. Connect again.');
  expect(world.seen()).not.toContain('token-1');
});

test.each([
  ['their own', { settings: { preferences: { language: 'de' } } }, 'de'],
  ['the workspace’s, where they have none', {}, 'en'],
])('a person is spoken to in %s language', async (_name, change, tag) => {
  const { call } = engineWorld();
  expect((await chatWith({ ...admin, ...change } as typeof admin, {}, call)).language.tag).toBe(tag);
});

test('what engines hand out as null is not there', async () => {
  const { call } = engineWorld();
  const place = { room: ROOM, threadId: null, triggerId: null } as unknown as Parameters<typeof chatWith>[1];
  const { threadId, triggerId } = await chatWith(admin, place, call);
  expect([threadId, triggerId]).toEqual([undefined, undefined]);
});
