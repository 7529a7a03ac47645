import { randomBytes } from 'crypto';
import type { RemoteLogin } from '../remote/login';
import type { RestAnswer } from '../remote/rest';
import { contentOf } from './app';
import type { Codes, Method } from './codes';
import { inWords } from './expectations';
import { CouldNotTry } from './outcomes';
import { isLoggedIn } from './sessions';
import { TEXTS } from './texts';

/** The User-Agent of everything that asks the workspace itself: a remembered confirmation of it never counts elsewhere. */
const OWN_AGENT = 'Session-Logout-Verify';
export const REMOVE_TOKEN = '/api/v1/users.removePersonalAccessToken';

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

  /** Whether their login works. */
  isLoggedIn(): Promise<boolean> {
    return isLoggedIn(this.login.remote);
  }

  /** Calls one of the workspace's own routes with the second factor. */
  async confirmed(path: string, body: object, agent = freshAgent()): Promise<RestAnswer> {
    const headers = { 'x-2fa-code': await this.code(), 'x-2fa-method': await this.secondFactor() };
    return this.login.remote.post(path, body, { ...headers, 'User-Agent': agent });
  }

  /**
   * Lets the workspace verify a code, and remember that.
   *
   * @returns the User-Agent that it is remembered for
   * @throws CouldNotTry where the workspace remembers none
   */
  async rememberedAgent(): Promise<string> {
    const agent = freshAgent();
    await this.confirmed(REMOVE_TOKEN, noToken(), agent);
    const again = await this.login.remote.post(REMOVE_TOKEN, noToken(), { 'User-Agent': agent });
    if (contentOf(again).errorType !== 'error-token-does-not-exists') {
      throw new CouldNotTry(TEXTS.nothingRemembered(inWords(again)));
    }
    return agent;
  }

  /**
   * Lets the workspace ask for a code, without changing anything: to remove a personal access token that does not exist
   * needs one in every edition, with and without a licence
   * (apps/meteor/imports/personal-access-tokens/server/api/methods/removeToken.ts).
   */
  private async challenge(): Promise<Method> {
    const answer = await this.login.remote.post(REMOVE_TOKEN, noToken(), { 'User-Agent': freshAgent() });
    const { errorType, details } = contentOf(answer);
    const method = (['totp', 'email', 'password'] as const).find((each) => each === details?.method);
    if (errorType !== 'totp-required' || method === undefined) {
      throw new CouldNotTry(TEXTS.noSecondFactor(this.username));
    }
    return method;
  }
}

/** A personal access token that nobody has. */
function noToken(): { tokenName: string } {
  return { tokenName: `verify-${randomBytes(12).toString('hex')}` };
}

/** One that the workspace has confirmed nothing for. */
export function freshAgent(): string {
  return `${OWN_AGENT}/${randomBytes(8).toString('hex')}`;
}
