import { Via } from './audit';
import { authorizeCaller, Caller } from './authorizeCaller';
import { ConnectionPorts, currentCredential } from './connection';
import { AppError, InvalidInputError, SecondFactorError, toAppError } from './errors';
import { LogoutPorts, logoutSession } from './logoutSessions';
import {
  Challenge,
  keepPending,
  PendingLogout,
  PendingPorts,
  putBack,
  recordPending,
  StoredPending,
  takePending,
} from './pending';
import { Credential, LogoutSettings } from './ports';
import { knownMethod, validateLogout } from './validateLogout';

/** How one step of a logout in chat ended, and what comes next. */
export type ChatStep =
  | { readonly kind: 'done'; readonly pending: PendingLogout; readonly at: number }
  | { readonly kind: 'code-needed'; readonly pending: PendingLogout; readonly challenge: Challenge }
  | { readonly kind: 'code-wrong'; readonly pending: PendingLogout; readonly challenge: Challenge }
  | { readonly kind: 'input-wrong'; readonly pending: PendingLogout; readonly error: InvalidInputError }
  /** `ended`: there was a connection, and it is over. */
  | { readonly kind: 'connect-first'; readonly pending: PendingLogout; readonly ended: boolean }
  | { readonly kind: 'failed'; readonly pending?: PendingLogout; readonly error: AppError; readonly again: boolean };

export interface MailedCodes {
  /**
   * Has the workspace mail a fresh code to a user.
   *
   * @throws AppError when it would not, or could not be asked
   */
  sendAgain(credential: Credential, username: string, settings: LogoutSettings): Promise<void>;
}

export interface ChatPorts extends LogoutPorts, ConnectionPorts, PendingPorts {
  readonly codes: MailedCodes;
  readonly clock: ConnectionPorts['clock'];
  readonly random: LogoutPorts['random'];
}

/** After these nothing was changed and the same try may well succeed. */
const WORTH_ANOTHER_TRY = [
  'error-workspace-unreachable',
  'error-workspace-invalid-response',
  'error-workspace-timeout',
  'error-too-many-requests',
  'error-audit-unavailable',
];

/**
 * Begins a logout for a caller with an allowed role, before the workspace is asked anything.
 *
 * @returns the random id under which it waits, five minutes, for this person alone
 * @throws AppError `error-unauthorized`, `invalid-params`, `error-settings-unreadable`; recorded
 */
export async function beginLogout(caller: Caller, pending: PendingLogout, ports: ChatPorts): Promise<string> {
  await admit(caller, pending, ports);
  return keepPending(pending, caller, ports);
}

/**
 * Goes one step further with a pending logout: asks the workspace, or with a code ends the session.
 *
 * The pending logout is used up by that, by one of all who submit it, and put back only where another step can follow.
 *
 * @param typed the code or password that the person typed; and a reason, in the place of the one it began with
 */
export async function advanceLogout(
  id: string,
  caller: Caller,
  typed: { readonly code?: string; readonly reason?: string },
  ports: ChatPorts,
): Promise<ChatStep> {
  const taken = await takePending(id, caller, ports);
  if (taken instanceof AppError) {
    return { kind: 'failed', error: taken, again: false };
  }
  const pending: StoredPending = { ...taken, reason: typed.reason ?? taken.reason };
  const step = await ask(pending, caller, 'modal', typed.code, ports);
  await keepForNext(id, step.kind === 'input-wrong' ? taken : pending, step, ports);
  return step;
}

/**
 * Does it all in one go, for a person whose client cannot open a modal.
 *
 * @throws AppError as `beginLogout` does
 */
export async function logoutInOneLine(
  caller: Caller,
  pending: PendingLogout,
  typed: { readonly code?: string; readonly method?: string },
  ports: ChatPorts,
): Promise<ChatStep> {
  await admit(caller, pending, ports);
  const method = knownMethod(typed.method);
  const challenge = method && { method, mailed: false, failures: 0 };
  return ask({ ...pending, challenge }, caller, 'command', typed.code, ports);
}

/**
 * Has the workspace mail another code for a pending logout that waits for one.
 *
 * @returns `code-needed` when it was mailed
 */
export async function resendCode(id: string, caller: Caller, ports: ChatPorts): Promise<ChatStep> {
  // Only where a mailed code is waited for is there a button for this.
  const pending = await takePending(id, caller, ports, ({ challenge }) => challenge?.method === 'email');
  if (pending instanceof AppError) {
    return { kind: 'failed', error: pending, again: false };
  }
  let step: ChatStep;
  try {
    const settings = await ports.settings.read();
    const credential = await currentCredential(caller.id, settings, ports);
    await ports.codes.sendAgain(credential, caller.username, settings);
    const challenge: Challenge = { ...pending.challenge, method: 'email', mailed: true, failures: 0 };
    step = { kind: 'code-needed', pending, challenge };
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    await recordPending(caller, 'modal', pending, error.code, ports);
    step = await stepAfter(error, pending, caller, ports);
  }
  await keepForNext(id, pending, step, ports);
  return step;
}

/** Keeps a pending logout where another step can follow. Trying codes does not make it live longer. */
async function keepForNext(id: string, pending: StoredPending, step: ChatStep, ports: ChatPorts): Promise<void> {
  if (step.kind === 'done' || (step.kind === 'failed' && !step.again)) {
    return;
  }
  const challenge = 'challenge' in step ? step.challenge : pending.challenge;
  await putBack(id, { ...pending, challenge }, step.kind !== 'code-wrong', ports);
}

async function admit(
  caller: Caller,
  { sessionId, reason, correlationId }: PendingLogout,
  ports: ChatPorts,
): Promise<void> {
  try {
    const { allowedRoles } = await ports.settings.read();
    await authorizeCaller(caller, allowedRoles, ports.roles);
    validateLogout({ sessionId, reason });
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    await recordPending(caller, 'command', { correlationId }, error.code, ports);
    throw error;
  }
}

async function ask(
  pending: PendingLogout,
  caller: Caller,
  via: Via,
  typed: string | undefined,
  ports: ChatPorts,
): Promise<ChatStep> {
  const { sessionId, reason, correlationId } = pending;
  try {
    const credential = await credentialFor(pending, caller, via, ports);
    const { method } = pending.challenge ?? {};
    await logoutSession({ caller, credential, body: { sessionId, reason }, typed, method, via, correlationId }, ports);
    return { kind: 'done', pending, at: ports.clock.now() };
  } catch (thrown) {
    return stepAfter(toAppError(thrown, 'error-internal'), pending, caller, ports);
  }
}

/** Records when there is none: without it the logout itself, which records everything else, does not begin. */
async function credentialFor(pending: PendingLogout, caller: Caller, via: Via, ports: ChatPorts): Promise<Credential> {
  try {
    return await currentCredential(caller.id, await ports.settings.read(), ports);
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    await recordPending(caller, via, pending, error.code, ports);
    throw error;
  }
}

async function stepAfter(error: AppError, pending: PendingLogout, caller: Caller, ports: ChatPorts): Promise<ChatStep> {
  if (error instanceof SecondFactorError && error.secondFactorCode === 'totp-required') {
    return { kind: 'code-needed', pending, challenge: challengeOf(error, 0) };
  }
  if (error instanceof SecondFactorError && error.secondFactorCode === 'totp-invalid') {
    const failures = error.codeMailed ? 0 : (pending.challenge?.failures ?? 0) + 1;
    return { kind: 'code-wrong', pending, challenge: challengeOf(error, failures) };
  }
  if (error instanceof InvalidInputError) {
    return { kind: 'input-wrong', pending, error };
  }
  // A token that the workspace no longer takes is of no use to keep.
  if (error.code === 'error-not-logged-in') {
    await ports.connections.remove(caller.id);
  }
  if (['error-not-logged-in', 'error-not-connected', 'error-connection-ended'].includes(error.code)) {
    return { kind: 'connect-first', pending, ended: error.code !== 'error-not-connected' };
  }
  return { kind: 'failed', pending, error, again: WORTH_ANOTHER_TRY.includes(error.code) };
}

function challengeOf({ details, codeMailed }: SecondFactorError, failures: number): Challenge {
  const { emailOrUsername } = details;
  return {
    // A method of the future is answered as an authenticator's code is: with what the person reads somewhere.
    method: knownMethod(details.method) ?? 'totp',
    address: typeof emailOrUsername === 'string' ? hidden(emailOrUsername) : undefined,
    mailed: codeMailed,
    failures,
  };
}

/** `olivia@example.com` becomes `o…@example.com`: enough to know where to look, for those who know it. */
function hidden(address: string): string {
  const at = address.lastIndexOf('@');
  return at > 0 ? `${address.slice(0, 1)}…${address.slice(at)}` : address;
}
