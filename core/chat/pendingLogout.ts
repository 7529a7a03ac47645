import { AuditOutcome, Via } from '../audit/auditEntry';
import { recordAttempt, RecordPorts } from '../audit/recordAttempt';
import { Caller } from '../caller/caller';
import { AppError } from '../shared/errors';
import { PENDING_LOGOUT_MINUTES } from '../shared/limits';
import { SecondFactorMethod } from '../shared/secondFactor';
import { SingleUseMeta, SingleUseStore } from '../shared/singleUse';
import { Person } from '../find/findPerson';
import { Reading } from './reading';
import { Choice, Search } from './search';

export const PENDING_LIFETIME_MS = PENDING_LOGOUT_MINUTES * 60_000;

/**
 * What a person has begun in chat, between two of its steps: mostly a logout; or to let somebody in again, or to read the
 * record, which go the same way.
 */
export type PendingLogout = PendingSession | PendingSearch | PendingChoice | PendingUnlock | PendingReading;

/** What every pending logout has. */
interface Begun {
  readonly reason?: string;
  readonly roomId: string;
  readonly threadId?: string;
  readonly correlationId: string;
  /** What the person was asked for: a code, or only a yes. Absent until the workspace was asked. */
  readonly question?: CodeQuestion | 'confirm';
}

/** Of one session, named by its ID. */
export interface PendingSession extends Begun {
  readonly sessionId: string;
}

/** Of sessions that have to be found first. */
export interface PendingSearch extends Begun {
  readonly search: Search;
}

/** Of sessions that were found, and that a person chooses from. */
export interface PendingChoice extends Begun {
  readonly choice: Choice;
}

/** That somebody is to be let in again whom incorrect codes have locked out. */
export interface PendingUnlock extends Begun {
  /** The username as it was typed, and whose it is once that was looked up. */
  readonly unlock: { readonly typed: string; readonly person?: Person };
}

/** A look at the record. */
export interface PendingReading extends Begun {
  readonly reading: Reading;
}

/** The workspace's challenge, as far as a person needs to know it. */
export interface CodeQuestion {
  readonly method: SecondFactorMethod;
  /** Where a code was mailed to, with most of it hidden. */
  readonly address?: string;
  /** Whether a code was mailed just now. */
  readonly mailed: boolean;
  /** Incorrect codes since the last code was mailed. */
  readonly failures: number;
}

/** The question for a code that a logout waits for; undefined when it waits for none. */
export function codeQuestionOf({ question }: PendingLogout): CodeQuestion | undefined {
  return question === 'confirm' ? undefined : question;
}

/** Whether a step that is confirmed ends sessions one after the other, and does not only look for them. */
export function endsMany(pending: PendingLogout): boolean {
  return 'choice' in pending || ('search' in pending && pending.search.what !== 'choose' && !pending.search.unlicensed);
}

/** A pending logout as it is stored, with the ID under which it waits. */
export type StoredPendingLogout = Stored<PendingLogout>;
export type Stored<Pending extends PendingLogout> = Waiting<Pending> & SingleUseMeta;
/** A pending logout that waits for another step, as dialogs know it. */
export type Waiting<Pending extends PendingLogout> = Pending & { readonly id: string; readonly turn: number };

export interface PendingPorts extends RecordPorts {
  readonly pendingLogouts: SingleUseStore<PendingLogout>;
}

/** Makes a logout that can be kept between steps: under a random ID, for this person alone. */
export function newPending(
  pending: PendingLogout,
  caller: Caller,
  { clock, random }: PendingPorts,
): StoredPendingLogout {
  const expiresAt = clock.now() + PENDING_LIFETIME_MS;
  const meta: SingleUseMeta = { ownerId: caller.id, expiresAt, turn: 0 };
  return { ...pending, ...meta, id: random.id() };
}

/**
 * Keeps a pending logout for another step.
 *
 * @param renewed whether its time begins again
 * @returns it as it is stored
 */
export async function keepPending(
  pending: StoredPendingLogout,
  renewed: boolean,
  { pendingLogouts, clock }: PendingPorts,
): Promise<StoredPendingLogout> {
  const { id, ...value } = pending;
  const expiresAt = renewed ? clock.now() + PENDING_LIFETIME_MS : pending.expiresAt;
  const kept = { ...value, expiresAt, turn: pending.turn + 1 };
  await pendingLogouts.put(id, kept);
  return { ...kept, id };
}

/**
 * The pending logout that a person may go on with, left where it is.
 *
 * @throws AppError `error-request-foreign`, `error-request-expired` when it is somebody else's, too old or gone; recorded
 */
export async function findPending(id: string, caller: Caller, ports: PendingPorts): Promise<StoredPendingLogout> {
  const pending = await ports.pendingLogouts.peek(id);
  if (pending && pending.ownerId !== caller.id) {
    return refuse(caller, 'error-request-foreign', undefined, ports);
  }
  if (!pending || ports.clock.now() >= pending.expiresAt) {
    return refuse(caller, 'error-request-expired', pending, ports);
  }
  return { ...pending, id };
}

/**
 * Uses up a pending logout that was found.
 *
 * @throws AppError `error-request-expired`, recorded, to all but one of those who take it at the same time
 */
export async function takePending(
  found: StoredPendingLogout,
  caller: Caller,
  ports: PendingPorts,
): Promise<StoredPendingLogout> {
  const { id, ...seen } = found;
  const taken = await ports.pendingLogouts.take(id, seen);
  return taken ? { ...taken, id } : refuse(caller, 'error-request-expired', undefined, ports);
}

/** Drops a pending logout and records that it was cancelled. One that is gone already has its record. */
export async function cancelLogout(id: string, caller: Caller, ports: PendingPorts): Promise<void> {
  const pending = await ports.pendingLogouts.peek(id);
  if (pending?.ownerId === caller.id && (await ports.pendingLogouts.take(id, pending))) {
    await recordPending(caller, 'modal', pending, 'cancelled', ports);
  }
}

/** Refuses a step for which a pending logout does not wait. */
export async function refuse(
  caller: Caller,
  code: 'error-request-foreign' | 'error-request-expired',
  pending: PendingLogout | undefined,
  ports: PendingPorts,
): Promise<never> {
  await recordPending(caller, 'modal', pending ?? { correlationId: ports.random.id() }, code, ports);
  throw new AppError(code);
}

/** Records what became of a logout in chat where the logout itself did not begin. */
export function recordPending(
  caller: Caller,
  via: Via,
  pending: About,
  result: AuditOutcome['result'],
  ports: RecordPorts,
): Promise<void> {
  const { correlationId, reason, sessionId } = pending;
  const person = personOf(pending);
  const target = { targetId: person?.id, targetUsername: person?.username };
  const action = pending.reading ? 'read-log' : pending.unlock ? 'unlock' : 'logout';
  return recordAttempt(caller, { action, via, correlationId, sessionId, reason, ...target }, result, ports);
}

/** What an attempt was about, as far as it was found valid. */
export interface About {
  readonly correlationId: string;
  readonly sessionId?: string;
  readonly reason?: string;
  readonly search?: Search;
  readonly choice?: Choice;
  readonly unlock?: PendingUnlock['unlock'];
  readonly reading?: Reading;
}

/** What it is about, without anything that a person typed. */
export function withoutTyped(pending: PendingLogout): About {
  const { correlationId } = pending;
  if ('reading' in pending) {
    return { correlationId, reading: pending.reading };
  }
  return 'unlock' in pending ? { correlationId, unlock: { typed: '' } } : { correlationId };
}

/** Whom it is about, where it is about one person. */
export function personOf({ search, choice, unlock }: Omit<About, 'correlationId'>): Person | undefined {
  return search?.person ?? choice?.person ?? unlock?.person;
}
