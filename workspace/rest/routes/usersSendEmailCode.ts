import { ApiError, success } from '../answers';
import type { OpenRoute } from '../route';
import { mailCode } from '../secondFactor/methods';

/**
 * Mails another code for the second factor; the code of the mail before no longer works. Needs no login, and answers
 * the same for an unknown user, so that it does not tell who exists (`apps/meteor/app/api/server/v1/users.ts`).
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
