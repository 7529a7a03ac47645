import type { WorkspaceStore } from '../../store';
import { ApiError, type ApiAnswer } from '../answers';
import { logIn, LoginRefused } from '../logIn';
import type { OpenRoute } from '../route';
import { userInfo } from '../userInfo';

/** Logs in with username or e-mail address and password; the second factor is `code` or the header `x-2fa-code`. */
export const login: OpenRoute = {
  method: 'POST',
  path: 'login',
  open: true,
  async action({ store, request, params }) {
    try {
      const { user, authToken } = await logIn(store, params, request.get('x-2fa-code'));
      const body = { status: 'success', data: { userId: user._id, authToken, me: userInfo(store, user) } };
      return { status: 200, body: store.version === '6.5' ? body : { ...body, success: true } };
    } catch (error) {
      return refused(store, error);
    }
  },
};

/** A login has error bodies of its own, with the code in a field instead of in brackets. */
function refused(store: WorkspaceStore, error: unknown): ApiAnswer {
  const body = refusal(error);
  return { status: 401, body: store.version === '6.5' ? body : { success: false, ...body } };
}

function refusal(error: unknown): Record<string, unknown> {
  if (error instanceof LoginRefused) {
    return { status: 'error', error: error.error, message: error.message };
  }
  if (error instanceof ApiError) {
    return { status: 'error', error: error.code, details: error.details, message: error.reason };
  }
  throw error;
}
