import { compare } from 'bcryptjs';
import { createHash } from 'crypto';
import { authenticator } from 'otplib';
import type { TwoFactorMethod, WorkspaceUser } from '../../model';
import { randomDigits } from '../../state/ids';
import type { WorkspaceStore } from '../../store';

/** What a challenge says about its method besides the name. */
export type ChallengeData = Record<string, unknown> & { codeGenerated: boolean };

/** One method of a second factor (`apps/meteor/app/2fa/server/code/ICodeCheck.ts`). */
export interface CodeCheck {
  name: TwoFactorMethod;
  isEnabled(store: WorkspaceStore, user: WorkspaceUser): boolean;
  /**
   * Runs for every call that is checked, also for one with a code, and before the code is verified: for `email` it mails
   * a code unless one is still valid.
   */
  challenge(store: WorkspaceStore, user: WorkspaceUser): ChallengeData;
  /** @param user as they were before `challenge`: a code mailed by this very call does not count */
  verify(store: WorkspaceStore, user: WorkspaceUser, code: string): Promise<boolean>;
  hasFailedTooOften(store: WorkspaceStore, user: WorkspaceUser): boolean;
}

/** TOTP (RFC 6238), 6 digits, 30 s: a code may be used again while its window lasts. */
export const totpCheck: CodeCheck = {
  name: 'totp',
  isEnabled: (store, user) =>
    store.settings.get('Accounts_TwoFactorAuthentication_By_TOTP_Enabled') && user.totpSecret !== undefined,
  challenge: () => ({ codeGenerated: false }),
  async verify(store, user, code) {
    if (!this.isEnabled(store, user) || user.totpSecret === undefined) {
      return false;
    }
    const window = store.settings.get('Accounts_TwoFactorAuthentication_MaxDelta');
    if (authenticator.clone({ epoch: store.now(), window }).check(code, user.totpSecret)) {
      return true;
    }
    return useBackupCode(store, user, code);
  },
  hasFailedTooOften: () => false,
};

/** The current TOTP code, for a developer without an authenticator app. */
export function currentTotp(secret: string, now: number): string {
  return authenticator.clone({ epoch: now }).generate(secret);
}

function useBackupCode(store: WorkspaceStore, { _id }: WorkspaceUser, code: string): boolean {
  const hash = createHash('sha256').update(code).digest('hex');
  const user = store.users.get(_id);
  if (!user?.totpBackupCodes?.includes(hash)) {
    return false;
  }
  user.totpBackupCodes = user.totpBackupCodes.filter((unused) => unused !== hash);
  return true;
}

/** Mails a fresh code. It replaces one that may still be valid. */
export function mailCode(store: WorkspaceStore, user: WorkspaceUser): void {
  const lifetime = store.settings.get('Accounts_TwoFactorAuthentication_By_Email_Code_Expiration') * 1000;
  user.emailCode = { code: randomDigits(), expires: store.now() + lifetime, failures: 0 };
}

/** A mailed code of 6 digits: valid for an hour, for one use and a limited number of tries. */
export const emailCheck: CodeCheck = {
  name: 'email',
  isEnabled: (store, user) =>
    store.settings.get('Accounts_TwoFactorAuthentication_By_Email_Enabled') &&
    user.email2fa &&
    user.emails.some(({ verified }) => verified),
  challenge(store, { _id }) {
    const user = storedUser(store, _id);
    const emailOrUsername = user.emails.find(({ verified }) => verified)?.address;
    if (user.emailCode !== undefined && user.emailCode.expires <= store.now()) {
      delete user.emailCode;
    }
    if (user.emailCode !== undefined && !this.hasFailedTooOften(store, user)) {
      return { emailOrUsername, codeGenerated: false, codeExpires: new Date(user.emailCode.expires).toISOString() };
    }
    mailCode(store, user);
    return { codeGenerated: true, emailOrUsername };
  },
  async verify(store, before, code) {
    if (!this.isEnabled(store, before) || before.emailCode === undefined || before.emailCode.expires < store.now()) {
      return false;
    }
    const user = storedUser(store, before._id);
    // Anything but digits is ignored: the mail shows the code with a dash.
    if (code.replace(/\D/g, '') === before.emailCode.code) {
      delete user.emailCode;
      return true;
    }
    if (user.emailCode !== undefined) {
      user.emailCode.failures += 1;
    }
    return false;
  },
  hasFailedTooOften(store, { _id }) {
    const limit = store.settings.get('Accounts_TwoFactorAuthentication_Max_Invalid_Email_Code_Attempts');
    return (store.users.get(_id)?.emailCode?.failures ?? 0) >= limit;
  },
};

/** The SHA-256 hex digest of the local password, for users without another method. */
export const passwordCheck: CodeCheck = {
  name: 'password',
  isEnabled: (store, user) =>
    store.settings.get('Accounts_TwoFactorAuthentication_Enforce_Password_Fallback') && user.passwordHash !== undefined,
  challenge: () => ({ codeGenerated: false }),
  async verify(store, user, code) {
    return this.isEnabled(store, user) && compare(code.toLowerCase(), user.passwordHash ?? '');
  },
  hasFailedTooOften: () => false,
};

function storedUser(store: WorkspaceStore, id: string): WorkspaceUser {
  const user = store.users.get(id);
  if (user === undefined) {
    throw new Error('the user of a second factor is gone');
  }
  return user;
}
