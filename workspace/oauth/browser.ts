import type { Request, Response } from 'express';
import type { WorkspaceUser } from '../model';
import { ApiError } from '../rest/answers';
import { logIn, LoginRefused } from '../rest/logIn';
import type { WorkspaceStore } from '../store';
import { loginContent, sendPage } from './pages';

/** The cookie with the login token of a browser, named as in the web client of a real workspace. */
const TOKEN_COOKIE = 'rc_token';

/** Who is logged in with this browser. */
export function browserLogin(
  store: WorkspaceStore,
  request: Request,
): { user: WorkspaceUser; token: string } | undefined {
  const cookies = (request.get('cookie') ?? '').split(/;\s*/);
  const token = cookies.find((cookie) => cookie.startsWith(`${TOKEN_COOKIE}=`))?.slice(TOKEN_COOKIE.length + 1);
  const user = token === undefined ? undefined : store.users.byToken(token)?.user;
  return token !== undefined && user?.active ? { user, token } : undefined;
}

/** Asks the user to log in; afterwards the browser goes on to `next`. */
export function sendLoginPage(response: Response, next: string, problem?: string): void {
  sendPage(response, problem === undefined ? 200 : 401, 'Log in', loginContent(next, problem));
}

/** Handles the login form, which replaces the web client of a real workspace, where a login goes over the socket. */
export async function handleLoginForm(store: WorkspaceStore, request: Request, response: Response): Promise<void> {
  const body = request.body as Record<string, unknown>;
  // Only the consent page may follow: another site could have made up this field.
  const asked = typeof body.next === 'string' ? body.next : '';
  const next = asked.startsWith('/oauth/authorize?') ? asked : '/oauth/authorize?';
  try {
    const { authToken } = await logIn(store, body);
    response.cookie(TOKEN_COOKIE, authToken, { httpOnly: true, sameSite: 'lax', path: '/' });
    response.redirect(303, next);
  } catch (error) {
    if (!(error instanceof LoginRefused || error instanceof ApiError)) {
      throw error;
    }
    sendLoginPage(response, next, error instanceof ApiError ? error.reason : error.message);
  }
}
