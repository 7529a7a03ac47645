import type { DeviceSession, WorkspaceUser } from '../model';
import type { AppHostPort } from '../ports';
import { methodOf } from '../rest/secondFactor/check';
import { currentTotp } from '../rest/secondFactor/methods';
import { seedPassword } from '../seed';
import { passwordDigest } from '../state/ids';
import type { WorkspaceStore } from '../store';
import { allSettings } from './settings';

/** `GET /_dev/state` */
export async function state(store: WorkspaceStore, host?: AppHostPort): Promise<Record<string, unknown>> {
  return {
    users: store.users.all().map(({ _id, username, name, roles, type }) => ({ _id, username, name, roles, type })),
    sessions: store.sessions.all().map(sessionView),
    roles: store.roles.all(),
    rooms: store.rooms.all(),
    settings: allSettings(store),
    appSettings: host === undefined ? {} : await host.appSettings(),
    oauthApps: store.oauth.apps().map(({ clientSecret: _, ...app }) => app),
    faults: store.faults.armed(),
  };
}

function sessionView({ loginToken: _, loginAt, logoutAt, ...session }: DeviceSession): Record<string, unknown> {
  return {
    ...session,
    loginAt: new Date(loginAt).toISOString(),
    ...(logoutAt !== undefined && { logoutAt: new Date(logoutAt).toISOString() }),
  };
}

/**
 * `GET /_dev/code/:username`: what that user's second factor is right now. For `email` the code in the mailbox, null
 * when none was mailed or it is used up; `method` is null for a user without any.
 */
export function secondFactorOf(
  store: WorkspaceStore,
  user: WorkspaceUser,
): { method: string | null; code: string | null } {
  const method = methodOf(store, user)?.name ?? null;
  switch (method) {
    case 'totp':
      return { method, code: currentTotp(user.totpSecret ?? '', store.now()) };
    case 'email':
      return { method, code: user.emailCode?.code ?? null };
    case 'password':
      return { method, code: passwordDigest(seedPassword(user.username)) };
    case null:
      return { method, code: null };
  }
}
