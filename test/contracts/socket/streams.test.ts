import { type Actor, FakeAppHost, TestWorkspace } from '../rest/harness';
import { caughtUp, collect, TestSockets } from './support';

describe('over the socket', () => {
  let workspace: TestWorkspace;
  let host: FakeAppHost;
  let alice: Actor;
  let bob: Actor;
  const sockets = new TestSockets();

  beforeEach(async () => {
    host = new FakeAppHost(['probe']);
    workspace = await TestWorkspace.start('6.5', host);
    alice = workspace.addActor({ username: 'alice', name: 'Alice' });
    bob = workspace.addActor({ username: 'bob' });
    workspace.store.rooms.put({ _id: 'channel', name: 'channel', type: 'c', memberIds: [alice.id, bob.id] });
    workspace.store.rooms.put({ _id: 'private', name: 'private', type: 'p', memberIds: [bob.id] });
  });
  afterEach(async () => {
    await sockets.close();
    await workspace.close();
  });

  const sent = { ephemeral: true, messageId: 'm1', roomId: 'channel', text: 'for you', sender: 'bob' };

  describe('a stream', () => {
    it.each([
      ['somebody else', 'stream-notify-user', () => `${bob.id}/message`, 'not-allowed'],
      ['somebody whose ID begins alike', 'stream-notify-user', () => `${alice.id}x/message`, 'not-allowed'],
      ['a room of others', 'stream-room-messages', () => 'private', 'not-allowed'],
      ['a room that does not exist', 'stream-room-messages', () => 'none', 'not-allowed'],
      ['nothing', 'stream-notify-user', () => '', 'invalid-event-name'],
      ['a kind that is not there', 'stream-secrets', () => 'x', '404'],
      ['the name of a field', 'toString', () => 'x', '404'],
    ])('of %s is refused, and brings nothing', async (_whose, stream, event, code) => {
      const socket = await sockets.loggedIn(workspace.url, alice.token);
      const heard: unknown[] = [];
      await expect(socket.listen(stream, event(), (args) => heard.push(args))).rejects.toMatchObject({ code });
      workspace.store.deliver(bob.id, 'message', sent);
      workspace.store.deliver(bob.id, 'message', { ...sent, ephemeral: undefined, roomId: 'private' });
      await caughtUp(socket);
      expect(heard).toEqual([]);
    });

    it('is refused to who has not logged in', async () => {
      const socket = await sockets.open(workspace.url);
      const refused = { code: 'not-allowed' };
      await expect(collect(socket, 'stream-notify-user', `${alice.id}/message`)).rejects.toMatchObject(refused);
      await expect(collect(socket, 'stream-room-messages', 'channel')).rejects.toMatchObject(refused);
      const heard = await collect(socket, 'stream-room-messages', '__my_messages__');
      workspace.store.deliver(alice.id, 'message', { ...sent, ephemeral: undefined });
      await caughtUp(socket);
      expect(heard).toEqual([]);
    });

    it('brings an ephemeral message to all sockets of one person, and to nobody else', async () => {
      const own = await Promise.all([1, 2].map(() => sockets.loggedIn(workspace.url, alice.token)));
      const other = await sockets.loggedIn(workspace.url, bob.token);
      const heard = await Promise.all(own.map((each) => collect(each, 'stream-notify-user', `${alice.id}/message`)));
      const others = await collect(other, 'stream-notify-user', `${bob.id}/message`);
      workspace.store.deliver(alice.id, 'message', { ...sent, threadId: 't1', blocks: [{ type: 'divider' }] });
      await Promise.all([...own, other].map(caughtUp));

      const now = { $date: workspace.store.now() };
      const message = {
        _id: 'm1',
        rid: 'channel',
        msg: 'for you',
        tmid: 't1',
        blocks: [{ type: 'divider' }],
        u: { _id: bob.id, username: 'bob', name: 'bob' },
        ts: now,
        _updatedAt: now,
        groupable: false,
        private: true,
      };
      expect([...heard, others]).toEqual([[[message]], [[message]], []]);
    });

    it('brings a posted message, by its room and by all of them', async () => {
      const socket = await sockets.loggedIn(workspace.url, alice.token);
      const inRoom = await collect(socket, 'stream-room-messages', 'channel');
      const inAll = await collect(socket, 'stream-room-messages', '__my_messages__');
      workspace.store.deliver(alice.id, 'message', { ...sent, ephemeral: undefined, change: 'posted' });
      workspace.store.deliver(alice.id, 'message', { ...sent, ephemeral: undefined, change: 'deleted' });
      await caughtUp(socket);
      const message: unknown = expect.objectContaining({ _id: 'm1', msg: 'for you' });
      expect(inRoom).toEqual([[message]]);
      expect(inAll).toEqual([[message, { roomParticipant: true, roomType: 'c', roomName: 'channel' }]]);
    });

    it('brings a modal that was pushed, and not one that came as an answer', async () => {
      const socket = await sockets.loggedIn(workspace.url, alice.token);
      const heard = await collect(socket, 'stream-notify-user', `${alice.id}/uiInteraction`);
      const modal = { type: 'modal.open', triggerId: 't', appId: 'a', view: { id: 'v' } };
      workspace.store.deliver(alice.id, 'modal', { channel: 'response', ...modal });
      workspace.store.deliver(alice.id, 'modal', { channel: 'notification', ...modal });
      await caughtUp(socket);
      expect(heard).toEqual([[modal]]);
    });
  });

  describe('slashCommand', () => {
    it('runs with everything that was sent', async () => {
      const socket = await sockets.loggedIn(workspace.url, alice.token);
      const msg = { _id: 'm', rid: 'channel', msg: '/probe a b', tmid: 'thread' };
      await socket.call('slashCommand', { cmd: 'probe', params: 'a b', msg, triggerId: 'trigger' });
      expect(host.runs).toMatchObject([
        { command: 'probe', params: 'a b', threadId: 'thread', triggerId: 'trigger', sender: { _id: alice.id } },
      ]);
    });

    it.each([
      ['without a command', {}, 'error-invalid-command'],
      ['with an unknown one', { cmd: 'other', msg: { rid: 'channel' } }, 'error-invalid-command'],
      ['in other letters', { cmd: 'Probe', msg: { rid: 'channel' } }, 'error-invalid-command'],
      ['without a room', { cmd: 'probe', msg: {} }, 'invalid-command-usage'],
      ['in no room', { cmd: 'probe', msg: { rid: 'none' } }, 'error-invalid-room'],
    ])('is refused %s', async (_how, param, code) => {
      const socket = await sockets.loggedIn(workspace.url, alice.token);
      await expect(socket.call('slashCommand', param)).rejects.toMatchObject({ code });
      expect(host.runs).toEqual([]);
    });

    it('is refused to who has not logged in', async () => {
      const socket = await sockets.open(workspace.url);
      const param = { cmd: 'probe', msg: { rid: 'channel' } };
      await expect(socket.call('slashCommand', param)).rejects.toMatchObject({ code: 'error-invalid-user' });
      expect(host.runs).toEqual([]);
    });
  });
});
