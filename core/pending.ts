import { AuditLog, Clock, OperatorLog, Random, SecondFactorMethod } from './ports';
import { AuditOutcome, Via } from './audit';
import { Caller } from './authorizeCaller';
import { AppError } from './errors';
import { OnceMeta, OnceStore } from './once';
import { recordChat } from './recordAttempt';

export const PENDING_LIFETIME_MS = 5 * 60_000;

/** A logout that a person has begun in chat, between two of its steps. */
export interface PendingLogout {
  readonly sessionId: string;
  readonly reason?: string;
  readonly roomId: string;
  readonly threadId?: string;
  readonly correlationId: string;
  /** What the workspace asked for; absent until it was asked. */
  readonly challenge?: Challenge;
}

export type StoredPending = PendingLogout & OnceMeta;

/** The workspace's demand for a second factor, as far as a person needs to know it. */
export interface Challenge {
  readonly method: SecondFactorMethod;
  /** Where a code was mailed to, with most of it hidden. */
  readonly address?: string;
  /** Whether a code was mailed just now. */
  readonly mailed: boolean;
  /** Wrong codes since the last code was mailed. */
  readonly failures: number;
}

export interface PendingPorts {
  readonly pendings: OnceStore<PendingLogout>;
  readonly audit: AuditLog;
  readonly log: OperatorLog;
  readonly clock: Clock;
  readonly random: Random;
}

/** Keeps a logout until its next step, under a random id, for this person alone. */
export async function keepPending(pending: PendingLogout, caller: Caller, ports: PendingPorts): Promise<string> {
  const id = ports.random.id();
  const expiresAt = ports.clock.now() + PENDING_LIFETIME_MS;
  await ports.pendings.put(id, { ...pending, ownerId: caller.id, expiresAt, turn: 0 });
  return id;
}

/**
 * Puts a pending logout back for another step.
 *
 * @param renewed whether its five minutes begin anew
 */
export async function putBack(
  id: string,
  pending: StoredPending,
  renewed: boolean,
  { pendings, clock }: PendingPorts,
): Promise<void> {
  const expiresAt = renewed ? clock.now() + PENDING_LIFETIME_MS : pending.expiresAt;
  await pendings.put(id, { ...pending, expiresAt, turn: pending.turn + 1 });
}

/** Drops a pending logout and records that it was cancelled. One that is gone already has its record. */
export async function cancelLogout(id: string, caller: Caller, ports: PendingPorts): Promise<void> {
  const pending = await ports.pendings.peek(id);
  if (pending?.ownerId === caller.id && (await ports.pendings.take(id))) {
    await recordPending(caller, 'modal', pending, 'cancelled', ports);
  }
}

/**
 * The pending logout that a person may go on with, left where it is.
 *
 * @returns an AppError, recorded, when it is somebody else's, too old or gone
 */
export async function findPending(id: string, caller: Caller, ports: PendingPorts): Promise<StoredPending | AppError> {
  const pending = await ports.pendings.peek(id);
  if (pending && pending.ownerId !== caller.id) {
    return refuse(caller, 'error-request-foreign', undefined, ports);
  }
  if (!pending || ports.clock.now() >= pending.expiresAt) {
    return refuse(caller, 'error-request-expired', pending, ports);
  }
  return pending;
}

/**
 * Uses a pending logout up.
 *
 * @param isMeant whether it waits for just this
 * @returns an AppError, recorded, as `findPending`; also to all but one of those who take it at the same time
 */
export async function takePending(
  id: string,
  caller: Caller,
  ports: PendingPorts,
  isMeant: (pending: StoredPending) => boolean = () => true,
): Promise<StoredPending | AppError> {
  const found = await findPending(id, caller, ports);
  if (found instanceof AppError) {
    return found;
  }
  if (!isMeant(found)) {
    return refuse(caller, 'error-request-expired', found, ports);
  }
  // What was found may have been used since; only what was taken counts.
  return (await ports.pendings.take(id)) ?? refuse(caller, 'error-request-expired', undefined, ports);
}

async function refuse(
  caller: Caller,
  code: 'error-request-foreign' | 'error-request-expired',
  pending: PendingLogout | undefined,
  ports: PendingPorts,
): Promise<AppError> {
  await recordPending(caller, 'modal', pending ?? { correlationId: ports.random.id() }, code, ports);
  return new AppError(code);
}

/** Records what became of a logout in chat where the logout itself did not begin. */
export function recordPending(
  caller: Caller,
  via: Via,
  pending: Partial<PendingLogout> & Pick<PendingLogout, 'correlationId'>,
  result: AuditOutcome['result'],
  ports: PendingPorts,
): Promise<void> {
  const { sessionId, reason, correlationId } = pending;
  return recordChat(caller, { action: 'logout', via, correlationId, sessionId, reason }, result, ports);
}
