import type { WorkspaceUser } from '../model';
import type { WorkspaceStore } from '../store';

/** What `me` and `login` tell a caller about themselves (`apps/meteor/app/api/server/helpers/getUserInfo.ts`). */
export function userInfo(store: WorkspaceStore, user: WorkspaceUser): Record<string, unknown> {
  return {
    _id: user._id,
    name: user.name,
    username: user.username,
    emails: user.emails,
    status: 'offline',
    settings: { profile: {}, preferences: { ...(user.language !== undefined && { language: user.language }) } },
    roles: user.roles,
    active: user.active,
    services: {
      email2fa: { enabled: user.email2fa },
      totp: { enabled: user.totpSecret !== undefined },
      password: { exists: user.passwordHash !== undefined },
    },
    _updatedAt: new Date(user.createdAt).toISOString(),
    email: user.emails.find(({ verified }) => verified)?.address,
    avatarUrl: `${store.settings.get('Site_Url')}/avatar/${user.username}`,
  };
}

/**
 * What `users.info` tells about a user: more to the user themselves and to a caller with `view-full-other-user-info`
 * (`apps/meteor/app/lib/server/functions/getFullUserData.ts`).
 */
export function publicUserInfo(
  store: WorkspaceStore,
  user: WorkspaceUser,
  caller: WorkspaceUser,
): Record<string, unknown> {
  const { _id, username, name, nickname, type, active, avatarETag, emails, roles } = user;
  const canViewAllInfo = user === caller || store.hasPermission(caller, 'view-full-other-user-info');
  return {
    _id,
    username,
    name,
    nickname,
    type,
    active,
    avatarETag,
    status: 'offline',
    canViewAllInfo,
    ...(canViewAllInfo && { emails, roles, createdAt: new Date(user.createdAt).toISOString() }),
  };
}
