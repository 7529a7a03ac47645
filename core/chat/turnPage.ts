import { Caller } from '../caller/caller';
import { authorizeStep } from './authorizeStep';
import { ChatPorts } from './chatPorts';
import { ChatStep } from './chatStep';
import { keepForNext } from './keepForNext';
import { refuse, StoredPendingLogout, takePending } from './pendingLogout';
import { needsReading, Turn, turned } from './reading';
import { recordFailures } from './recordFailures';
import { stepOf } from './stepOf';
import { takeStep } from './takeStep';

/**
 * Turns to another page of the record, or to one of its entries. Pages that were read are shown again from what is kept;
 * older ones are read now, without another code for as long as the first one is good for.
 *
 * @throws AppError `error-request-expired`, recorded, where no page is kept, or it was used up
 */
export async function turnPage(
  found: StoredPendingLogout,
  caller: Caller,
  turn: Turn,
  ports: ChatPorts,
): Promise<ChatStep> {
  if (!('reading' in found) || found.reading.pages.length === 0) {
    return refuse(caller, 'error-request-expired', found, ports);
  }
  const pending = await takePending(found, caller, ports);
  const step = await stepOf(pending, caller, ports, async () => {
    if (!('reading' in pending)) {
      return refuse(caller, 'error-request-expired', pending, ports);
    }
    const { reading } = pending;
    if (needsReading(reading, turn)) {
      return takeStep(pending, caller, 'modal', { confirmed: true }, ports);
    }
    await recordFailures(caller, 'modal', pending, ports, () => authorizeStep(pending, caller, ports));
    return { kind: 'record-page', pending: { ...pending, reading: turned(reading, turn) } };
  });
  return keepForNext(pending, step, ports);
}
