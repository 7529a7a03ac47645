import { Alarms } from '../core/alarm/alarms';
import { AlarmPorts, raiseAlarms } from '../core/alarm/raiseAlarms';
import { withDeadline } from './deadline';

/** A store or scheduler that hangs must not hold up a logout for longer than this, in milliseconds. */
const MOST_MS = 2_000;

/** Alarms that take hardly any time, whatever is the matter with the store or the scheduler. */
export function promptAlarms(ports: AlarmPorts): Alarms {
  const alarms = raiseAlarms(ports);
  const promptly = async (correlationId: string, work: Promise<void>): Promise<void> => {
    const isOver = await withDeadline(
      work.then(() => true),
      MOST_MS,
    );
    if (!isOver) {
      ports.log.note({ event: 'alarm', correlationId, result: 'slow' });
    }
  };
  return {
    ended: (entry, outcome) => promptly(entry.correlationId, alarms.ended(entry, outcome)),
    lockedOut: (lockout) => promptly('-', alarms.lockedOut(lockout)),
  };
}
