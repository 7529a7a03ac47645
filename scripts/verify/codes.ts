import { createHash, randomBytes, randomInt } from 'crypto';
import { authenticator } from 'otplib';
import type { Asking } from '../remote/asking';
import type { Secrets } from './secrets';
import { TEXTS } from './texts';

export type Method = 'totp' | 'email' | 'password';

export interface KnownFactors {
  readonly password?: string;
  /** Base32: codes are made from it instead of asked for. */
  readonly totpSecret?: string;
}

/** How long a typed code of an authenticator app is used again: it is good for at least one more step of 30 s. */
const TYPED_FOR_MS = 20_000;
const DIGITS = 1_000_000;

/** One person's second factor: made from their secret or password, or asked for. */
export class Codes {
  private typed: { readonly code: string; readonly at: number } | undefined;

  constructor(
    private readonly username: string,
    private known: KnownFactors,
    private readonly asking: Asking,
    private readonly secrets: Secrets,
  ) {}

  /** A correct code. One that was mailed has to be on its way. */
  async of(method: Method): Promise<string> {
    return this.secrets.add(TEXTS.secretCode(this.username), await this.made(method));
  }

  /** One that is not correct: for an authenticator app, none of the next or the last few minutes. */
  async incorrect(method: Method): Promise<string> {
    if (method === 'password') {
      return this.secrets.add(TEXTS.secretIncorrectCode, digestOf(randomBytes(16).toString('hex')));
    }
    const right = method === 'totp' ? await this.of('totp') : '';
    for (;;) {
      const code = String(randomInt(DIGITS)).padStart(6, '0');
      if (code !== right && !this.isNear(code)) {
        return this.secrets.add(TEXTS.secretIncorrectCode, code);
      }
    }
  }

  /** What a person types where their code is asked for: of a password, the password itself. */
  async typedOf(method: Method): Promise<string> {
    return method === 'password' ? this.password() : this.of(method);
  }

  private async made(method: Method): Promise<string> {
    switch (method) {
      case 'password':
        return digestOf(await this.password());
      case 'totp':
        return this.known.totpSecret === undefined ? this.fromApp() : authenticator.generate(this.known.totpSecret);
      case 'email':
        return this.ask(TEXTS.askMailed(this.username));
    }
  }

  private async password(): Promise<string> {
    const password = this.known.password ?? (await this.asking.ask(TEXTS.askPassword(this.username), { secret: true }));
    this.known = { ...this.known, password };
    return this.secrets.add(TEXTS.secretPassword(this.username), password);
  }

  private async fromApp(): Promise<string> {
    if (this.typed === undefined || Date.now() > this.typed.at + TYPED_FOR_MS) {
      this.typed = { code: await this.ask(TEXTS.askCode(this.username)), at: Date.now() };
    }
    return this.typed.code;
  }

  private async ask(question: string): Promise<string> {
    return (await this.asking.ask(question, { secret: true })).replace(/\s/g, '');
  }

  private isNear(code: string): boolean {
    const { totpSecret } = this.known;
    const wide = authenticator.clone({ window: 10 });
    return totpSecret !== undefined && wide.checkDelta(code, totpSecret) !== null;
  }
}

/** What the workspace wants as the code where the method is `password`. */
function digestOf(password: string): string {
  return createHash('sha256').update(password).digest('hex');
}
