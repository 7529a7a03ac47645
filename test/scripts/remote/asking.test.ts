import { PassThrough } from 'stream';
import { askingAtTerminal } from '../../../scripts/remote/asking';

const terminals: PassThrough[] = [];

afterEach(() => terminals.splice(0).forEach((stream) => stream.destroy()));

/** A terminal at which these keys are pressed once something is asked. */
function terminal(...keys: string[]) {
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = new PassThrough();
  terminals.push(input, output);
  let printed = '';
  output.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    if (/[?›…]/.test(chunk.toString())) {
      setImmediate(() => input.write(keys.shift() ?? ''));
    }
  });
  return { asking: askingAtTerminal({ input, output }), printed: () => printed };
}

describe('the person at the terminal', () => {
  it('is asked, and the answer is trimmed', async () => {
    expect(await terminal(' ada ', '\r').asking.ask('User')).toBe('ada');
  });

  it('types a secret that cannot be seen, and is not trimmed', async () => {
    const { asking, printed } = terminal('s3cret ', '\r');
    expect(await asking.ask('Password', { secret: true })).toBe('s3cret ');
    expect(printed()).toContain('Password');
    expect(printed()).not.toMatch(/s3c|cret/);
  });

  it('is asked again when nothing was typed', async () => {
    expect(await terminal('\r', 'ada', '\r').asking.ask('User')).toBe('ada');
  });

  it.each([
    ['y', true],
    ['n', false],
    ['\r', false],
  ])('answers %j', async (key, meant) => {
    expect(await terminal(key).asking.confirm('Go on?')).toBe(meant);
  });

  it('stops with Ctrl-C', async () => {
    await expect(terminal('\u0003').asking.ask('User')).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('is told, but cannot be asked, where there is no terminal', async () => {
    const output = new PassThrough();
    const asking = askingAtTerminal({ input: new PassThrough(), output });
    asking.say('hello');
    expect(String(output.read())).toBe('hello\n');
    await expect(asking.ask('User')).rejects.toMatchObject({ code: 'no-terminal' });
    await expect(asking.confirm('Go on?')).rejects.toMatchObject({ code: 'no-terminal' });
  });
});
