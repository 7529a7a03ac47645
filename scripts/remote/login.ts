import { authenticator } from 'otplib';
import type { Asking } from './asking';
import { Remote, type RemoteCredential, type RemoteOptions, type RestAnswer } from './rest';
import { serverInfo } from './server';
import { RemoteError, remoteText, type RemoteTextKey, shown } from './texts';

/** Who logs in. What is missing is asked for: a user ID or a token means a login by these two. */
export interface Who {
  /** User name or e-mail address. */
  user?: string;
  password?: string;
  userId?: string;
  token?: string;
  /** Base32: codes are made from it instead of asked for. */
  totpSecret?: string;
}

export interface RemoteLogin {
  /** The workspace, called as this person. */
  remote: Remote;
  userId: string;
  username: string;
  authToken: string;
  /**
   * Logs out, if `logIn` had logged in; a token that was given stays as it is. May be called twice, and after the
   * options' signal came. @throws {RemoteError} when the login is still there
   */
  end(): Promise<void>;
}

/** How often a code may be typed, or a password: the workspace counts, too, and locks sooner or later. */
const MOST_TRIES = 3;

/**
 * Logs in with user name and password (`POST /api/v1/login`) and, where the workspace asks for one, a second factor; or
 * takes a user ID and a token, and makes sure that they are valid (`GET /api/v1/me`).
 * Whatever is asked for is asked only once the workspace was found, and goes nowhere else.
 *
 * @throws {RemoteError} when the person cannot be logged in; then there is nothing to be ended
 */
export async function logIn(url: string, who: Who, asking: Asking, options: RemoteOptions = {}): Promise<RemoteLogin> {
  const remote = new Remote(url, undefined, options);
  await serverInfo(remote);
  return who.userId !== undefined || who.token !== undefined
    ? withToken(remote, who, asking)
    : withPassword(remote, who, asking);
}

async function withToken(remote: Remote, who: Who, asking: Asking): Promise<RemoteLogin> {
  const userId = who.userId ?? (await asking.ask(remoteText('ask-user-id')));
  const authToken = who.token ?? (await asking.ask(remoteText('ask-token'), { secret: true }));
  const login = { userId, authToken };
  const answer = await remote.with(login).get('/api/v1/me');
  refuseTooMany(answer);
  if (answer.status === 401) {
    throw new RemoteError('wrong-token');
  }
  const { username } = (answer.body ?? {}) as { username?: unknown };
  if (answer.status !== 200 || typeof username !== 'string') {
    throw unexpected('/api/v1/me', answer);
  }
  return { remote: remote.with(login), ...login, username, end: () => Promise.resolve() };
}

async function withPassword(remote: Remote, who: Who, asking: Asking): Promise<RemoteLogin> {
  const user = who.user ?? (await asking.ask(remoteText('ask-user')));
  const password = who.password ?? (await asking.ask(remoteText('ask-password'), { secret: true }));
  // A login must not be cut off: its token would never become known, and could not be ended.
  const steady = remote.with(undefined, { signal: undefined });
  let code: string | undefined;
  for (let tries = 0; ; tries += 1) {
    if (remote.options.signal?.aborted) {
      throw new RemoteError('cancelled');
    }
    const answer = await steady.post('/api/v1/login', { user, password, ...(code !== undefined && { code }) });
    const login = loginOf(answer);
    if (login !== undefined) {
      return loggedIn(remote, login);
    }
    const challenge = challengeOf(answer);
    if (challenge === undefined) {
      throw refusal(answer);
    }
    if (code !== undefined) {
      refuseCode(challenge, who.totpSecret !== undefined || tries >= MOST_TRIES, asking);
    }
    code = await codeFor(challenge, who, asking);
  }
}

/** @throws {RemoteError} `cancelled`, after the login was ended again */
async function loggedIn(remote: Remote, { username, ...login }: LoginData): Promise<RemoteLogin> {
  let ended: Promise<void> | undefined;
  const end = (): Promise<void> => (ended ??= logOut(remote.with(login, { signal: undefined })));
  if (remote.options.signal?.aborted) {
    await end();
    throw new RemoteError('cancelled');
  }
  return { remote: remote.with(login), ...login, username, end };
}

async function logOut(remote: Remote): Promise<void> {
  const answer = await remote.post('/api/v1/logout').catch((error: Error) => error.message);
  // 401: the login is gone already.
  if (typeof answer === 'string' || (answer.status !== 200 && answer.status !== 401)) {
    throw new RemoteError('logout-failed', { reason: typeof answer === 'string' ? answer : String(answer.status) });
  }
}

interface LoginData extends RemoteCredential {
  username: string;
}

function loginOf({ status, body }: RestAnswer): LoginData | undefined {
  const { userId, authToken, me } =
    ((body ?? {}) as { data?: Partial<LoginData> & { me?: { username?: unknown } } }).data ?? {};
  return status === 200 && typeof userId === 'string' && typeof authToken === 'string'
    ? { userId, authToken, username: typeof me?.username === 'string' ? me.username : userId }
    : undefined;
}

interface Challenge {
  code: 'totp-required' | 'totp-invalid' | 'totp-max-attempts';
  method: string;
  emailOrUsername?: string;
  codeGenerated?: boolean;
}

/**
 * The demand for a second factor, or the refusal of one. A login answers 401 with the code in `error` and the method in
 * `details` (Rocket.Chat `apps/meteor/app/api/server/ApiClass.ts`, `addRoute` of `login`;
 * `apps/meteor/app/2fa/server/code/index.ts`, `checkCodeForUser`, which mails a code when it is called without one).
 */
function challengeOf({ body }: RestAnswer): Challenge | undefined {
  const { error, details } = (body ?? {}) as { error?: unknown; details?: Partial<Challenge> };
  return error === 'totp-required' || error === 'totp-invalid' || error === 'totp-max-attempts'
    ? { ...details, code: error, method: details?.method ?? 'totp' }
    : undefined;
}

/** Says that the code was incorrect, so that another one is asked for. @throws {RemoteError} when none should be */
function refuseCode({ code, method }: Challenge, isLast: boolean, asking: Asking): void {
  if (code === 'totp-max-attempts') {
    throw new RemoteError('too-many-codes');
  }
  const error = new RemoteError(method === 'email' ? 'wrong-mailed-code' : 'wrong-code');
  if (isLast) {
    throw error;
  }
  asking.say(error.message);
}

async function codeFor(challenge: Challenge, { totpSecret }: Who, asking: Asking): Promise<string> {
  const { method, codeGenerated, emailOrUsername } = challenge;
  if (method === 'totp' && totpSecret !== undefined) {
    return totpOf(totpSecret);
  }
  if (method === 'email') {
    const address = shown(emailOrUsername ?? remoteText('your-mailbox'));
    asking.say(remoteText(codeGenerated === false ? 'code-mailed-before' : 'code-mailed', { address }));
  } else if (method !== 'totp') {
    asking.say(remoteText('code-by-other-method', { method: shown(method) }));
  }
  const questions: Record<string, RemoteTextKey | undefined> = { totp: 'ask-totp', email: 'ask-email' };
  return asking.ask(remoteText(questions[method] ?? 'ask-other'), { secret: true });
}

/** @throws {RemoteError} `bad-totp-secret` */
function totpOf(secret: string): string {
  const base32 = secret.replace(/[\s-]/g, '').toUpperCase();
  if (!/^[A-Z2-7]+=*$/.test(base32)) {
    throw new RemoteError('bad-totp-secret');
  }
  return authenticator.generate(base32);
}

function refusal(answer: RestAnswer): RemoteError {
  refuseTooMany(answer);
  const { error, message } = (answer.body ?? {}) as { error?: unknown; message?: unknown };
  // A password that is incorrect, an unknown user: 6.5 and later differ in words (`ApiClass.ts`).
  if (answer.status === 401 && (error === 403 || error === 'Unauthorized' || error === undefined)) {
    return new RemoteError('wrong-password');
  }
  return answer.status === 401
    ? new RemoteError('login-refused', { reason: shown(String(message ?? error)) })
    : unexpected('/api/v1/login', answer);
}

function refuseTooMany({ status }: RestAnswer): void {
  if (status === 429) {
    throw new RemoteError('too-many-requests');
  }
}

/** For an answer that has no meaning here: with its status and, where it has one, its own short reason. */
export function unexpected(path: string, { status, body }: RestAnswer): RemoteError {
  const { error, message } = (body ?? {}) as { error?: unknown; message?: unknown };
  const said = typeof error === 'string' ? error : typeof message === 'string' ? message : undefined;
  return new RemoteError('unexpected-answer', {
    path,
    status: String(status),
    reason: said === undefined ? '' : ` (${shown(said)})`,
  });
}
