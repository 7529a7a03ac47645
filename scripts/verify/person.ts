import { randomBytes } from 'crypto';
import type { RemoteLogin } from '../remote/login';
import type { RestAnswer } from '../remote/rest';
import type { Codes, Method } from './codes';
import { CouldNotTry } from './outcomes';
import { TEXTS } from './texts';

/** The User-Agent of everything that asks the workspace itself: a remembered confirmation of it never counts elsewhere. */
const OWN_AGENT = 'Session-Logout-Verify';

/** Somebody who is logged in, with their second factor. */
export class Person {
  private method: Promise<Method> | undefined;

  constructor(
    readonly login: RemoteLogin,
    readonly codes: Codes,
  ) {}

  get userId(): string {
    return this.login.userId;
  }

  get username(): string {
    return this.login.username;
  }

  /** The method by which the workspace asks this person. @throws CouldNotTry when it asks for none */
  secondFactor(): Promise<Method> {
    this.method ??= this.challenge();
    return this.method;
  }

  /** A correct code; where codes are mailed, of a fresh mail. */
  async code(): Promise<string> {
    const method = await this.secondFactor();
    if (method === 'email') {
      await this.challenge();
    }
    return this.codes.of(method);
  }

  async incorrectCode(): Promise<string> {
    return this.codes.incorrect(await this.secondFactor());
  }

  /** Calls one of the workspace's own routes with the second factor. */
  async confirmed(path: string, body: object): Promise<RestAnswer> {
    const headers = { 'x-2fa-code': await this.code(), 'x-2fa-method': await this.secondFactor() };
    return this.login.remote.post(path, body, { ...headers, 'User-Agent': freshAgent() });
  }

  /**
   * Lets the workspace ask for a code, without changing anything: to remove a personal access token that does not exist
   * needs one in every edition, with and without a licence
   * (apps/meteor/imports/personal-access-tokens/server/api/methods/removeToken.ts).
   */
  private async challenge(): Promise<Method> {
    const body = { tokenName: `verify-${randomBytes(12).toString('hex')}` };
    const answer = await this.login.remote.post('/api/v1/users.removePersonalAccessToken', body, {
      'User-Agent': freshAgent(),
    });
    const { errorType, details } = (answer.body ?? {}) as { errorType?: string; details?: { method?: string } };
    const method = (['totp', 'email', 'password'] as const).find((each) => each === details?.method);
    if (errorType !== 'totp-required' || method === undefined) {
      throw new CouldNotTry(TEXTS.noSecondFactor(this.username));
    }
    return method;
  }
}

/** One that the workspace has confirmed nothing for. */
export function freshAgent(): string {
  return `${OWN_AGENT}/${randomBytes(8).toString('hex')}`;
}
