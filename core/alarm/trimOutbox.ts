import { OperatorLog } from '../shared/ports';
import { Notice } from './notice';
import { Outbox } from './outbox';

/** How many notices wait at most. With more, the oldest are dropped. */
export const MAX_NOTICES = 500;

/**
 * Drops the oldest notices until no more than `MAX_NOTICES` are left; each leaves a line in the log.
 *
 * @returns those that wait now, oldest first
 */
export async function trimOutbox({
  outbox,
  log,
}: {
  readonly outbox: Pick<Outbox, 'all' | 'remove'>;
  readonly log: OperatorLog;
}): Promise<readonly Notice[]> {
  const notices = await outbox.all();
  const over = notices.slice(0, Math.max(0, notices.length - MAX_NOTICES));
  for (const { id, correlationId } of over) {
    await outbox.remove(id);
    log.note({ event: 'alarm', correlationId, result: 'dropped' });
  }
  return notices.slice(over.length);
}
