import type { WorkspaceUser } from '../../model';
import { methodOf } from '../../rest/secondFactor/check';
import { currentTotp } from '../../rest/secondFactor/methods';
import { seedPassword } from '../../seed';
import type { WorkspaceStore } from '../../store';
import type { SecondFactorView } from '../shared/views';
import type { Inboxes } from './inbox';

/** A code of an authenticator app changes every 30 s (RFC 6238). */
const STEP_MS = 30_000;

/** What a person has in their hands: the authenticator, their inbox, or the password they remember. */
export function secondFactorView(store: WorkspaceStore, inboxes: Inboxes, user: WorkspaceUser): SecondFactorView {
  const method = methodOf(store, user)?.name ?? null;
  const mails = inboxes.of(user);
  if (method === 'totp' && user.totpSecret !== undefined) {
    const now = store.now();
    const validUntil = new Date((Math.floor(now / STEP_MS) + 1) * STEP_MS).toISOString();
    return { method, code: currentTotp(user.totpSecret, now), validUntil, mails };
  }
  return { method, mails, ...(method === 'password' && { password: seedPassword(user.username) }) };
}
