import { chatWith } from '../../conversation/chat';
import { openLater } from '../../conversation/openLater';
import { counting, sayProgress } from '../../conversation/progress';
import { PendingSearch } from '../../core/chat/pendingLogout';
import { LogoutCall } from '../../core/logout/sessionsApi';
import { noticeModal } from '../../views/modals';
import { admin, engineWorld, ROOM } from '../fakes/engine';
import { clockInHand, deferred } from '../fakes/time';

const about: PendingSearch = {
  search: { form: false, what: 'all', utcOffset: 0 },
  roomId: 'GENERAL',
  correlationId: 'request-1',
};
const clock = clockInHand();
async function chatIn(triggerId?: string) {
  const world = engineWorld();
  return { ...world, chat: await chatWith(admin, { room: ROOM, triggerId }, world.call) };
}

test.each(['resolve', 'reject'] as const)(
  'says at once and every 3 s how many are ended, until the work is over: %s',
  async (end) => {
    const { chat, said } = await chatIn();
    const working = deferred<void>();
    let ended = 0;
    const saying = sayProgress(working.promise, about, () => ended, chat);
    await clock.turns();
    expect(said.map(({ text }) => text)).toEqual([expect.stringContaining('Sessions ended so far: 0.')]);
    ended = 7;
    await clock.pass(2_999);
    expect(said).toHaveLength(1);
    await clock.pass(1);
    await clock.turns();
    expect(said.slice(1)).toEqual([
      expect.objectContaining({ text: expect.stringContaining('so far: 7.'), user: 'u1' }),
    ]);
    working[end](undefined);
    await saying;
    await clock.pass(10_000);
    expect(said).toHaveLength(2);
  },
);

test('counts what was ended, and nothing else', async () => {
  const { chat } = await chatIn();
  const kinds = ['ended', 'not-found', 'ended'];
  const logout = async () => ({ kind: kinds.shift() }) as never;
  const { ports, ended } = counting({ ...chat.ports, sessions: { logout } });
  for (const count of [1, 1, 2]) {
    await ports.sessions.logout({} as LogoutCall);
    expect(ended()).toBe(count);
  }
});

describe('a dialog after a submit', () => {
  test('opens when the answer has closed the one before', async () => {
    const { chat, opened } = await chatIn('trigger-1');
    openLater(noticeModal('p1', 'hello', chat.view), chat);
    await clock.pass(499);
    expect(opened).toEqual([]);
    await clock.pass(1);
    expect(opened).toEqual([expect.objectContaining({ triggerId: 'trigger-1', user: 'u1' })]);
  });

  test('that cannot be opened leaves a line in the log, and nothing else', async () => {
    const { chat, lines } = await chatIn('trigger-1');
    const broken = { ...chat, open: () => Promise.reject(new Error('token-1')) };
    openLater(noticeModal('p1', 'hello', chat.view), broken);
    await clock.pass(500);
    expect(lines.join()).toContain('not-opened');
    expect(lines.join()).not.toContain('token-1');
  });

  test('needs a trigger', async () => {
    const { chat, opened } = await chatIn();
    openLater(noticeModal('p1', 'hello', chat.view), chat);
    await clock.pass(10_000);
    expect(opened).toEqual([]);
  });
});
