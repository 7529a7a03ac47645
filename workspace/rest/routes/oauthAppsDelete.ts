import { ApiError } from '../answers';
import type { GuardedRoute } from '../route';
import { validator } from '../validation';

/**
 * Deletes an OAuth2 client with all its access and refresh tokens
 * (`apps/meteor/app/oauth2-server-config/server/admin/methods/deleteOAuthApp.ts`).
 */
export const oauthAppsDelete: GuardedRoute = {
  method: 'POST',
  path: 'oauth-apps.delete',
  params: validator({ properties: { appId: { type: 'string' } }, required: ['appId'] }),
  action({ store, caller, params }) {
    const details = { method: 'deleteOAuthApp' };
    if (!store.hasPermission(caller.user, 'manage-oauth-apps')) {
      throw new ApiError('error-not-allowed', 'Not allowed', details);
    }
    if (store.oauth.removeApp(params.appId as string) === undefined) {
      throw new ApiError('error-application-not-found', 'Application not found', details);
    }
    // The method's own result, in the place of an object.
    return { status: 200, body: true };
  },
};
