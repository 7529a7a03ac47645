import { type ChatMessage, withMessage } from '../../../../workspace/web/client/messageList';
import { offered, readLine, type SlashCommand } from '../../../../workspace/web/client/slashCommand';

const message = (id: string, at: string, fields: Partial<ChatMessage> = {}): ChatMessage => ({
  id,
  at,
  roomId: 'GENERAL',
  sender: 'bot',
  ephemeral: true,
  edited: false,
  ...fields,
});
const idsOf = (messages: readonly ChatMessage[]): string[] => messages.map(({ id }) => id);
const command: SlashCommand = {
  command: 'logout-session',
  appId: 'the-app',
  params: '<session id>',
  description: 'Ends a session',
  allowed: true,
};

describe('the messages of a room', () => {
  const [first, second] = [message('1', '2024-05-06T07:00:00.000Z'), message('2', '2024-05-06T08:00:00.000Z')];

  test('are sorted by time, not by arrival', () => {
    expect(idsOf([second, first].reduce(withMessage, [] as ChatMessage[]))).toEqual(['1', '2']);
  });

  test('an ephemeral message with the id of another replaces it, and moves to the end by its time', () => {
    const replaced = withMessage([first, second], message('1', '2024-05-06T09:00:00.000Z', { text: 'done' }));
    expect(replaced.map(({ id, text }) => [id, text])).toEqual([
      ['2', undefined],
      ['1', 'done'],
    ]);
  });

  test('an edited message stays in its place', () => {
    const edited = withMessage([first, second], message('1', '2024-05-06T09:00:00.000Z', { edited: true }));
    expect(idsOf(edited)).toEqual(['1', '2']);
  });
});

describe('a line in the composer', () => {
  test('with a known command is run with its parameters', () => {
    expect(readLine('/logout-session abc lost\nlaptop ', [command])).toEqual({
      kind: 'command',
      command,
      params: 'abc lost\nlaptop',
    });
  });

  test('with an unknown command, or with capitals, is refused by the client itself', () => {
    expect(readLine('/unknown', [command])).toEqual({ kind: 'refused', message: 'No such command: `unknown`' });
    expect(readLine('/Logout-Session', [command]).kind).toBe('refused');
  });

  test('with a command that the person has no permission for is refused by the client itself', () => {
    expect(readLine('/logout-session abc', [{ ...command, allowed: false }]).kind).toBe('refused');
  });

  test('without a slash is a message', () => {
    expect(readLine('hello', [command])).toEqual({ kind: 'message', text: 'hello' });
  });

  test.each([
    ['/', 1],
    ['/logout', 1],
    ['/LOG', 1],
    ['/x', 0],
    ['/logout-session ', 0],
    ['logout', 0],
  ])('%s offers %i commands', (line, count) => {
    expect(offered(line, [command])).toHaveLength(count);
  });

  test('offers no command that the person may not use', () => {
    expect(offered('/', [{ ...command, allowed: false }])).toEqual([]);
  });
});
