import { compare } from 'bcryptjs';
import type { WorkspaceUser } from '../model';
import { passwordDigest } from '../state/ids';
import type { WorkspaceStore } from '../store';
import { checkSecondFactor } from './secondFactor/check';

/** Why a login failed, in the fields of a real workspace's answer. */
export class LoginRefused extends Error {
  constructor(
    readonly error: string | number,
    message: string,
  ) {
    super(message);
  }
}

/**
 * Checks the username (or e-mail address), the password and, where the user has one, the second factor, and makes a
 * login token. The token belongs to no session, as with REST logins of a real workspace, so no session can end it.
 *
 * @param params what was sent: `user`, `username` or `email`; `password`, in clear or as `{digest}`; `code`
 * @throws LoginRefused, or the ApiError of a second factor that is missing or incorrect
 */
export async function logIn(
  store: WorkspaceStore,
  params: Record<string, unknown>,
  headerCode?: string,
): Promise<{ user: WorkspaceUser; authToken: string }> {
  const user = await withPassword(store, params);
  await checkSecondFactor(store, { user, code: text(params.code) ?? headerCode, withoutPasswordFallback: true });
  return { user, authToken: store.users.issueToken(user._id) };
}

async function withPassword(store: WorkspaceStore, params: Record<string, unknown>): Promise<WorkspaceUser> {
  const name = text(params.user) ?? text(params.username) ?? text(params.email);
  const password = digestOf(params.password);
  if (name === undefined || password === undefined) {
    throw new LoginRefused(400, 'Unrecognized options for login request');
  }
  const user = name.includes('@') ? store.users.byEmail(name) : store.users.byUsername(name);
  if (user === undefined || !user.active || user.type === 'app') {
    throw new LoginRefused('Unauthorized', 'Unauthorized');
  }
  if (user.passwordHash === undefined) {
    throw new LoginRefused(403, 'User has no password set');
  }
  if (!(await compare(password, user.passwordHash))) {
    throw new LoginRefused(403, 'Incorrect password');
  }
  return user;
}

/** Clients send the password in clear, or its SHA-256 hex digest as `{digest, algorithm: "sha-256"}`. */
function digestOf(password: unknown): string | undefined {
  if (typeof password === 'string') {
    return passwordDigest(password);
  }
  const { digest } = (password ?? {}) as { digest?: unknown };
  return text(digest)?.toLowerCase();
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
