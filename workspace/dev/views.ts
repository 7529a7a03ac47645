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
    users: store.users.all().map(userView),
    sessions: store.sessions.all().map(sessionView),
    roles: store.roles.all(),
    rooms: store.rooms.all(),
    settings: allSettings(store),
    appSettings: host === undefined ? {} : await host.appSettings(),
    oauthApps: store.oauth.apps().map(({ clientSecret: _, ...app }) => app),
    faults: store.faults.armed(),
  };
}

function userView({ _id, username, name, roles, type, active, loginTokens }: WorkspaceUser): Record<string, unknown> {
  return { _id, username, name, roles, type, active, tokens: loginTokens.length };
}

function sessionView({ loginToken: _, loginAt, closedAt, logoutAt, ...shown }: DeviceSession): Record<string, unknown> {
  return {
    ...shown,
    loginAt: isoTime(loginAt),
    ...(closedAt !== undefined && { closedAt: isoTime(closedAt) }),
    ...(logoutAt !== undefined && { logoutAt: isoTime(logoutAt) }),
  };
}

const isoTime = (time: number): string => new Date(time).toISOString();

/**
 * `GET /_dev/code/:username`: that user's second factor right now. For `email` the code in the mailbox, or null when
 * none was mailed since the last one was used. `method` is null for a user without any.
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
