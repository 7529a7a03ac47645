import { LiftPorts, liftLockout } from '../oversight/liftLockout';
import { ReadingPorts } from '../oversight/guardedReading';
import { readRecord } from '../oversight/readRecord';
import { AppError } from '../shared/errors';
import { ChatStep } from './chatStep';
import { PendingReading, PendingUnlock } from './pendingLogout';
import { StepRequest } from './doStep';
import { ENTRIES_ON_PAGE, withPage } from './reading';

/** Lets the person in again whom the workspace knows by the name that was typed. @throws AppError as `liftLockout` does */
export async function letIn(pending: PendingUnlock, request: StepRequest, ports: LiftPorts): Promise<ChatStep> {
  const { unlock, reason } = pending;
  if (!unlock.person) {
    throw new AppError('error-user-not-found');
  }
  const { wasLockedOut } = await liftLockout({ ...request, reason, person: unlock.person }, ports);
  return { kind: 'unlocked', pending, wasLockedOut };
}

/** Reads the next page of the record. @throws AppError as `readRecord` does */
export async function readOn(pending: PendingReading, request: StepRequest, ports: ReadingPorts): Promise<ChatStep> {
  const { reading, roomId, threadId, correlationId } = pending;
  const { query, cursor } = reading;
  const wanted = () => ({ query, cursor, limit: ENTRIES_ON_PAGE });
  const { entries, next } = await readRecord({ ...request, wanted }, ports);
  return {
    kind: 'record-page',
    pending: { reading: withPage(reading, entries, next), roomId, threadId, correlationId },
  };
}
