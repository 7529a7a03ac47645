import prompts from 'prompts';
import type { Readable, Writable } from 'stream';
import { RemoteError } from './texts';

/** The person at the terminal. */
export interface Asking {
  /** Prints one line. */
  say(line: string): void;
  /**
   * @param options `secret`: what is typed is shown as asterisks
   * @returns what was typed, without spaces around it unless it is secret; never empty
   * @throws {RemoteError} `no-terminal`, `cancelled`
   */
  ask(question: string, options?: { secret?: boolean }): Promise<string>;
  /** A question for yes or no; Enter alone means no. @throws {RemoteError} `no-terminal`, `cancelled` */
  confirm(question: string): Promise<boolean>;
}

export interface Terminal {
  /** Default: standard input. */
  input?: Readable & { isTTY?: boolean };
  /** Where everything is printed, questions too. Default: standard output. */
  output?: Writable;
}

/** Asks at the terminal. Without one, `say` still prints, and a question is an error that says what to do instead. */
export function askingAtTerminal({ input = process.stdin, output = process.stdout }: Terminal = {}): Asking {
  const answerTo = async (type: 'text' | 'password' | 'confirm', question: string): Promise<unknown> => {
    if (!input.isTTY) {
      throw new RemoteError('no-terminal', { question });
    }
    const { answer } = (await prompts(
      {
        type,
        name: 'answer',
        message: question,
        initial: type === 'confirm' ? false : undefined,
        stdin: input,
        stdout: output,
      },
      // Without this, what was answered so far would be handed back as if nothing had happened.
      {
        onCancel: () => {
          throw new RemoteError('cancelled');
        },
      },
    )) as { answer?: unknown };
    return answer;
  };
  return {
    say: (line) => void output.write(`${line}\n`),
    async ask(question, { secret = false } = {}) {
      for (;;) {
        const answer = await answerTo(secret ? 'password' : 'text', question);
        const typed = secret ? String(answer) : String(answer).trim();
        if (answer !== undefined && typed !== '') {
          return typed;
        }
      }
    },
    confirm: async (question) => (await answerTo('confirm', question)) === true,
  };
}
