import { ApiError, failure, success } from '../answers';
import type { GuardedRoute } from '../route';

const notAuthorized = (method: string): ApiError => new ApiError('not-authorized', 'Not Authorized', { method });

/**
 * Makes a personal access token of the caller (`apps/meteor/app/api/server/v1/users.ts`,
 * `apps/meteor/imports/personal-access-tokens/server/api/methods/generateToken.ts`).
 */
export const usersGeneratePersonalAccessToken: GuardedRoute = {
  method: 'POST',
  path: 'users.generatePersonalAccessToken',
  twoFactor: true,
  action({ store, caller: { user }, params: { tokenName, bypassTwoFactor } }) {
    const method = 'personalAccessTokens:generateToken';
    if (typeof tokenName !== 'string' || tokenName === '') {
      return failure("The 'tokenName' param is required");
    }
    if (!store.hasPermission(user, 'create-personal-access-tokens')) {
      throw notAuthorized(method);
    }
    if (user.loginTokens.some(({ type, name }) => type === 'personalAccessToken' && name === tokenName)) {
      throw new ApiError('error-token-already-exists', 'A token with this name already exists', { method });
    }
    const kind = { type: 'personalAccessToken', name: tokenName, bypassTwoFactor: bypassTwoFactor === true } as const;
    return success({ token: store.users.issueToken(user._id, kind) });
  },
};

/** The caller's own personal access tokens, without the tokens (`apps/meteor/app/api/server/v1/users.ts`). */
export const usersGetPersonalAccessTokens: GuardedRoute = {
  method: 'GET',
  path: 'users.getPersonalAccessTokens',
  action({ store, caller: { user } }) {
    if (!store.hasPermission(user, 'create-personal-access-tokens')) {
      throw new ApiError('not-authorized', 'Not Authorized');
    }
    const own = user.loginTokens.filter(({ type }) => type === 'personalAccessToken');
    return success({ tokens: own.map(({ name, bypassTwoFactor = false }) => ({ name, bypassTwoFactor })) });
  },
};
