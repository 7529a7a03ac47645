import { Answers } from '../../../../scripts/remote/ddp/answers';
import { SocketError } from '../../../../scripts/remote/ddp/socketError';

const code = (expected: string): unknown => expect.objectContaining({ name: 'SocketError', code: expected });

test('gives each question its own answer, whatever their order', async () => {
  const answers = new Answers(1000);
  const ids: string[] = [];
  const asked = [1, 2, 3].map(() => answers.ask((id) => ids.push(id)));
  expect(new Set(ids).size).toBe(3);
  answers.resolve(ids[2], 'c');
  answers.resolve(ids[0], 'a');
  answers.reject(ids[1], new SocketError('no', 'Not you.'));
  expect(await Promise.allSettled(asked)).toEqual([
    { status: 'fulfilled', value: 'a' },
    { status: 'rejected', reason: code('no') },
    { status: 'fulfilled', value: 'c' },
  ]);
});

test('takes the first answer, and ignores IDs that nothing waits for', async () => {
  const answers = new Answers(1000);
  const asked = answers.ask(() => undefined, 'x');
  answers.resolve('y', 0);
  answers.resolve(undefined, 0);
  answers.resolve('x', 1);
  answers.reject('x', SocketError.own('socket-refused'));
  expect(await asked).toBe(1);
});

test('gives a question up when its time is over', async () => {
  const answers = new Answers(1);
  await expect(answers.ask(() => undefined, 'x')).rejects.toEqual(code('socket-timeout'));
  answers.resolve('x', 'too late');
});

test('answers nothing more once it is closed, and sends nothing', async () => {
  const answers = new Answers(1000);
  const asked = answers.ask(() => undefined);
  answers.close();
  await expect(asked).rejects.toEqual(code('socket-closed'));
  const send = jest.fn();
  await expect(answers.ask(send)).rejects.toEqual(code('socket-closed'));
  expect(send).not.toHaveBeenCalled();
});
