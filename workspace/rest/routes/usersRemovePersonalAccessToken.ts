import { ApiError, failure, success } from '../answers';
import type { GuardedRoute } from '../route';

const details = { method: 'personalAccessTokens:removeToken' };

/**
 * Removes one of the caller's own personal access tokens by its name
 * (`apps/meteor/imports/personal-access-tokens/server/api/methods/removeToken.ts`).
 */
export const usersRemovePersonalAccessToken: GuardedRoute = {
  method: 'POST',
  path: 'users.removePersonalAccessToken',
  twoFactor: true,
  action({ store, caller: { user }, params: { tokenName } }) {
    if (!tokenName) {
      return failure("The 'tokenName' param is required");
    }
    if (!store.hasPermission(user, 'create-personal-access-tokens')) {
      throw new ApiError('not-authorized', 'Not Authorized', details);
    }
    const token = user.loginTokens.find(({ type, name }) => type === 'personalAccessToken' && name === tokenName);
    if (token === undefined) {
      throw new ApiError('error-token-does-not-exists', 'Token does not exist', details);
    }
    store.logins.endToken(user._id, token.hashedToken);
    return success();
  },
};
