import { GENERATIONS, type Outcome, useProbedHost } from './hostProcess';

interface Shown {
  kind: string;
  change?: string;
  ephemeral?: boolean;
  messageId: string;
  text?: string;
  sender: string;
}

const READ_ONLY = "You can't send messages because the room is readonly.";

/** Measured on Rocket.Chat 6.5.3. */
describe.each(GENERATIONS)('messages of an app, engine %s', (engine) => {
  const host = useProbedHost({ engine });

  const shownTo = async (username: string) => host.client.dev<Shown[]>(`messages/${username}`);
  const post = async (text: string | undefined, more: object = {}) =>
    host.ask({ ask: 'post', roomId: 'GENERAL', text, ...more });
  const idOf = (outcome: Outcome): string => (outcome as { value: string }).value;
  const refused = (message: string): Outcome =>
    ({ outcome: 'error', name: expect.any(String), message: expect.stringContaining(message) }) as Outcome;
  const nothingWasPosted = async () => expect(await shownTo('alice')).toEqual([]);
  const beginDirect = async (...usernames: string[]) => host.ask({ ask: 'beginDirect', usernames });

  it('are posted by its own user, without being a member, and shown to every member', async () => {
    const id = idOf(await post('hello'));
    expect(await host.ask({ ask: 'message', id })).toMatchObject({
      value: { id, text: 'hello', sender: { username: 'host-probe.bot', type: 'app' }, room: { id: 'GENERAL' } },
    });
    for (const member of ['alice', 'bob']) {
      expect(await shownTo(member)).toEqual([
        expect.objectContaining({ kind: 'message', change: 'posted', messageId: id, text: 'hello' }),
      ]);
    }
    expect(await shownTo('host-probe.bot')).toEqual([]);
  });

  it('can be posted as anybody, and without a text', async () => {
    expect(await post(undefined, { username: 'alice' })).toMatchObject({ outcome: 'value' });
    expect(await shownTo('bob')).toMatchObject([{ sender: 'alice' }]);
    expect(await shownTo('bob')).not.toMatchObject([{ text: expect.anything() as unknown }]);
  });

  it.each(['@all look', 'look @all', 'look\n@here', 'look>@here'])('are refused for a mention in %j', async (text) => {
    expect(await post(text)).toEqual(refused('in this room not allowed'));
    await nothingWasPosted();
  });

  it.each(['look@all', '@allison', '@all.of', 'all'])(
    'are posted without a mention of everybody in %j',
    async (text) => {
      expect(await post(text)).toMatchObject({ outcome: 'value' });
    },
  );

  it('may mention everybody where their sender may', async () => {
    expect(await post('@all', { username: 'alice' })).toMatchObject({ outcome: 'value' });
  });

  it('have 5,000 characters at most', async () => {
    expect(await post('x'.repeat(5000))).toMatchObject({ outcome: 'value' });
    expect(await post('x'.repeat(5001))).toEqual(refused('Message size exceeds Message_MaxAllowedSize'));
  });

  it.each([
    ['archive', undefined],
    ['makeReadOnly', READ_ONLY],
    ['delete', 'Invalid room provided on the message.'],
  ])('in a room after %s: %s', async (action, reason) => {
    await host.client.dev('rooms', { roomId: 'GENERAL', action });
    expect(await post('hello')).toEqual(
      reason === undefined ? { outcome: 'value', value: expect.any(String) as unknown } : refused(reason),
    );
  });

  it('in a read-only room are posted for an admin', async () => {
    await host.client.dev('rooms', { roomId: 'GENERAL', action: 'makeReadOnly' });
    expect(await post('hello', { username: 'admin' })).toMatchObject({ outcome: 'value' });
  });

  it('need no preview of what they link to', async () => {
    const id = idOf(await post('https://example.com', { parseUrls: false }));
    expect(await host.ask({ ask: 'message', id })).toMatchObject({ value: { parseUrls: false } });
  });

  it.each(['c', 'p'] as const)('go into a room of type %s, found by its ID or its name', async (type) => {
    const roomId = await host.client.createRoom('watch', type, ['olivia']);
    for (const wish of [
      { ask: 'room', id: roomId },
      { ask: 'roomByName', id: 'watch' },
    ]) {
      expect(await host.ask(wish)).toMatchObject({ value: { id: roomId, slugifiedName: 'watch', type } });
    }
    expect(await post('look', { roomId })).toMatchObject({ outcome: 'value' });
    expect(await shownTo('olivia')).toMatchObject([{ text: 'look', roomId }]);
    expect(await shownTo('alice')).toEqual([]);
    await host.client.changeRoom(roomId, 'delete');
    expect(await host.ask({ ask: 'room', id: roomId })).toEqual({ outcome: 'nothing' });
    expect(await host.ask({ ask: 'roomByName', id: 'watch' })).toEqual({ outcome: 'nothing' });
  });

  it('go into a room again that is writable again', async () => {
    await host.client.changeRoom('GENERAL', 'makeReadOnly');
    expect(await post('hello')).toEqual(refused(READ_ONLY));
    await host.client.changeRoom('GENERAL', 'makeWritable');
    expect(await post('hello')).toMatchObject({ outcome: 'value' });
  });

  it('have the app as their sender', async () => {
    expect(await host.ask({ ask: 'appUser' })).toMatchObject({ value: { username: 'host-probe.bot', type: 'app' } });
  });

  it('are refused in a room their sender cannot enter', async () => {
    const { rooms } = await host.client.dev<{ rooms: Array<{ _id: string; name: string }> }>('state');
    const roomId = rooms.find(({ name }) => name === 'security')?._id;
    expect(await post('hello', { roomId })).toMatchObject({ outcome: 'value' });
    expect(await post('hello', { roomId, username: 'alice' })).toEqual(refused('error-not-allowed'));
  });

  describe('in a direct message', () => {
    it('reach the other one, in the same room every time', async () => {
      expect(await host.ask({ ask: 'directRoom', usernames: ['host-probe.bot', 'alice'] })).toEqual({
        outcome: 'nothing',
      });
      const roomId = idOf(await beginDirect('alice'));
      expect(idOf(await beginDirect('host-probe.bot', 'alice'))).toBe(roomId);
      expect(await host.ask({ ask: 'directRoom', usernames: ['host-probe.bot', 'alice'] })).toMatchObject({
        value: { id: roomId, type: 'd', isReadOnly: false },
      });
      await post('for you', { roomId });
      expect(await shownTo('alice')).toMatchObject([{ text: 'for you', sender: 'host-probe.bot', roomId }]);
      expect(await shownTo('bob')).toEqual([]);
    });

    it('need somebody who exists', async () => {
      expect(await beginDirect('nobody')).toEqual(refused('error-invalid-user'));
      expect(await host.ask({ ask: 'directRoom', usernames: ['host-probe.bot', 'nobody'] })).toEqual({
        outcome: 'nothing',
      });
    });

    it('are refused once the other one is deactivated', async () => {
      const roomId = idOf(await beginDirect('alice'));
      await host.client.dev('user-status', { username: 'alice', action: 'deactivate' });
      expect(await post('for you', { roomId })).toEqual(refused(READ_ONLY));
      await nothingWasPosted();
    });
  });

  describe('that were posted', () => {
    let id: string;
    beforeEach(async () => {
      id = idOf(await post('before'));
    });
    const lastShown = async () => (await shownTo('alice')).at(-1);

    it('can be edited', async () => {
      await host.ask({ ask: 'edit', id, text: 'after', withEditor: true });
      expect(await host.ask({ ask: 'message', id })).toMatchObject({
        value: { text: 'after', editor: { username: 'host-probe.bot' }, editedAt: expect.any(String) as unknown },
      });
      expect(await lastShown()).toMatchObject({ change: 'edited', messageId: id, text: 'after' });
    });

    it(`without an editor are ${engine === 'vm' ? 'not edited' : 'edited: the engine sets it'}`, async () => {
      const outcome = await host.ask({ ask: 'edit', id, text: 'after' });
      expect(outcome).toEqual(engine === 'vm' ? refused('Invalid editor') : { outcome: 'nothing' });
    });

    it('can be deleted, and then no longer edited', async () => {
      expect(await host.ask({ ask: 'deleteMessage', id })).toEqual({ outcome: 'nothing' });
      expect(await host.ask({ ask: 'message', id })).toEqual({ outcome: 'nothing' });
      expect(await lastShown()).toMatchObject({ change: 'deleted', messageId: id });
      const edited = await host.ask({ ask: 'edit', id, text: 'after', withEditor: true });
      expect(edited).toMatchObject({ outcome: 'error' });
    });

    it('are gone after a reset', async () => {
      await host.client.dev('reset', {});
      expect(await host.ask({ ask: 'message', id })).toEqual({ outcome: 'nothing' });
    });
  });

  it('are there for a tab that begins later, in the rooms of its person alone', async () => {
    const roomId = idOf(await beginDirect('alice'));
    await post('for you', { roomId });
    const shown = async (username: string) => {
      const { userId, authToken } = await host.client.logIn(username);
      const answer = await fetch(`${host.workspace.url}/_page/events?userId=${userId}&authToken=${authToken}`);
      const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
      let text = '';
      while (!text.includes('event: state')) {
        text += new TextDecoder().decode((await reader.read()).value);
      }
      await reader.cancel();
      return text.split('event: state')[0];
    };
    expect(await shown('alice')).toContain('"text":"for you"');
    expect(await shown('bob')).toBe('');
  });

  it('that are ephemeral keep the ID they are given, and are stored nowhere', async () => {
    await host.ask({ ask: 'notify', roomId: 'GENERAL', username: 'alice', text: 'only you', messageId: 'given' });
    expect(await shownTo('alice')).toMatchObject([{ ephemeral: true, messageId: 'given', text: 'only you' }]);
    expect(await shownTo('bob')).toEqual([]);
    expect(await host.ask({ ask: 'message', id: 'given' })).toEqual({ outcome: 'nothing' });
  });
});
