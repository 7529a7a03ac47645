import { ApiError, success } from '../answers';
import type { OpenRoute } from '../route';
import { mailCode } from '../secondFactor/methods';

/**
 * Mails another code for the second factor. Needs no login, and answers the same for a user there is not, so that it
 * tells nobody who exists (`apps/meteor/app/api/server/v1/users.ts`).
 */
export const usersSendEmailCode: OpenRoute = {
  method: 'POST',
  path: 'users.2fa.sendEmailCode',
  open: true,
  action({ store, params }) {
    const { emailOrUsername } = params;
    if (typeof emailOrUsername !== 'string' || emailOrUsername === '') {
      throw new ApiError('error-parameter-required', 'emailOrUsername is required');
    }
    const user = store.users
      .all()
      .find(
        ({ username, emails }) =>
          username === emailOrUsername || emails.some(({ address }) => address === emailOrUsername),
      );
    if (user) {
      mailCode(store, user);
    }
    return success();
  },
};
