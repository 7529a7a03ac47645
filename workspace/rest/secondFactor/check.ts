import { createHash } from 'crypto';
import type { LoginToken, WorkspaceUser } from '../../model';
import type { WorkspaceStore } from '../../store';
import { ApiError } from '../answers';
import { emailCheck, passwordCheck, totpCheck, type CodeCheck } from './methods';

export interface SecondFactorCall {
  user: WorkspaceUser;
  /** Absent for an OAuth2 bearer token, which never bypasses the second factor and is never remembered. */
  loginToken?: LoginToken;
  code?: string;
  method?: string;
  /** What a confirmation is remembered for. */
  client?: { userAgent?: string; address: string };
  /** At login the password was given just now, so it cannot be the second factor. */
  withoutPasswordFallback?: boolean;
}

/** The methods that can be named in `x-2fa-method`, in the order in which they are tried when none is named. */
const NAMED_METHODS: readonly CodeCheck[] = [totpCheck, emailCheck];

/**
 * Lets the call pass, or throws the challenge (`apps/meteor/app/2fa/server/code/index.ts`, `checkCodeForUser`).
 * A call passes unchecked, even with an incorrect code, when second factors are switched off, when the token bypasses
 * them, when this client was confirmed or the account created a short time ago, or when the user has no method at all.
 *
 * @throws ApiError `totp-required`, `totp-invalid`, `totp-max-attempts`
 */
export async function checkSecondFactor(store: WorkspaceStore, call: SecondFactorCall): Promise<void> {
  if (!store.settings.get('Accounts_TwoFactorAuthentication_Enabled') || isAuthorized(store, call)) {
    return;
  }
  const check = chosenCheck(store, call);
  if (check === undefined) {
    return;
  }
  const before = { ...call.user, ...(call.user.emailCode && { emailCode: { ...call.user.emailCode } }) };
  const details = {
    method: check.name,
    ...check.challenge(store, call.user),
    availableMethods: NAMED_METHODS.filter((method) => method.isEnabled(store, call.user)).map(({ name }) => name),
  };
  if (!call.code) {
    throw new ApiError('totp-required', 'TOTP Required', details);
  }
  if (!(await check.verify(store, before, call.code))) {
    throw check.hasFailedTooOften(store, call.user)
      ? new ApiError('totp-max-attempts', 'TOTP Maximun Failed Attempts Reached', details)
      : new ApiError('totp-invalid', 'TOTP Invalid', details);
  }
  remember(store, call);
}

/** The method a user is challenged with when the caller names none. Undefined: the user has none; every call passes. */
export function methodOf(store: WorkspaceStore, user: WorkspaceUser): CodeCheck | undefined {
  return chosenCheck(store, { user });
}

function chosenCheck(store: WorkspaceStore, call: SecondFactorCall): CodeCheck | undefined {
  const named = NAMED_METHODS.find(({ name }) => name === call.method);
  const fallback = !call.withoutPasswordFallback && passwordCheck.isEnabled(store, call.user);
  return (
    named ??
    NAMED_METHODS.find((method) => method.isEnabled(store, call.user)) ??
    (fallback ? passwordCheck : undefined)
  );
}

function isAuthorized(store: WorkspaceStore, { user, loginToken, client }: SecondFactorCall): boolean {
  if (loginToken === undefined || client === undefined) {
    return false;
  }
  if (loginToken.bypassTwoFactor) {
    return true;
  }
  const rememberFor = store.settings.get('Accounts_TwoFactorAuthentication_RememberFor') * 1000;
  if (rememberFor > 0 && user.createdAt + rememberFor >= store.now()) {
    return true;
  }
  return (
    loginToken.twoFactorAuthorizedUntil !== undefined &&
    loginToken.twoFactorAuthorizedUntil >= store.now() &&
    loginToken.twoFactorAuthorizedHash === fingerprint(client)
  );
}

/** Keeps only the last confirmation of a token. */
function remember(store: WorkspaceStore, { loginToken, client }: SecondFactorCall): void {
  const rememberFor = store.settings.get('Accounts_TwoFactorAuthentication_RememberFor') * 1000;
  if (loginToken !== undefined && client !== undefined && rememberFor > 0) {
    loginToken.twoFactorAuthorizedUntil = store.now() + rememberFor;
    loginToken.twoFactorAuthorizedHash = fingerprint(client);
  }
}

function fingerprint({ userAgent, address }: { userAgent?: string; address: string }): string {
  return createHash('sha256')
    .update(JSON.stringify([userAgent, address]))
    .digest('hex');
}
