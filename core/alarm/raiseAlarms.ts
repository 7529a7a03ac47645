import { AuditEntry, AuditOutcome } from '../audit/auditEntry';
import { recordedEntry } from '../audit/recordedEntry';
import { Clock, OperatorLog, Random } from '../shared/ports';
import { AlarmSettings, SettingsReader } from '../shared/settings';
import { Alarms, Lockout } from './alarms';
import { endedNotice, lockoutNotice, Notice } from './notice';
import { Outbox } from './outbox';
import { trimOutbox } from './trimOutbox';

/**
 * When the job begins, in milliseconds from now: not before the logout is answered, since some engines mix up the log of
 * calls that run at the same time (deno-runtime/main.ts).
 */
const DELAY_MS = 1_000;

export interface AlarmPorts {
  readonly settings: Pick<SettingsReader, 'alarms'>;
  readonly outbox: Pick<Outbox, 'put' | 'schedule' | 'all' | 'remove'>;
  readonly log: OperatorLog;
  readonly clock: Clock;
  readonly random: Random;
}

/**
 * Puts what has to be told into the outbox, and has it sent by a job: so telling takes no time of a logout, and nothing
 * that goes wrong with it is lost or does harm.
 */
export function raiseAlarms(ports: AlarmPorts): Alarms {
  const { outbox, log, clock, random } = ports;
  const raise = async (correlationId: string, make: (told: Told, meta: Meta) => Notice | undefined): Promise<void> => {
    try {
      const notice = make(await wanted(ports), { id: random.id(), at: clock.now() });
      if (notice) {
        await outbox.put(notice);
        await schedule(notice, ports);
      }
    } catch {
      log.note({ event: 'alarm', correlationId, result: 'not-stored' });
    }
  };
  return {
    ended: (entry: AuditEntry, outcome: AuditOutcome) =>
      raise(entry.correlationId, (told, meta) => endedNotice(recordedEntry(entry, outcome), told, meta)),
    lockedOut: (lockout: Lockout) => raise('-', ({ room }, meta) => (room ? lockoutNotice(lockout, meta) : undefined)),
  };
}

type Told = { readonly people: boolean; readonly room: boolean };
type Meta = Pick<Notice, 'id' | 'at'>;

/** Settings that cannot be read now may be readable when the notice is sent. */
async function wanted({ settings }: AlarmPorts): Promise<Told> {
  let read: AlarmSettings;
  try {
    read = await settings.alarms();
  } catch {
    return { people: true, room: true };
  }
  return { people: read.tellPerson, room: read.securityRoom !== '' };
}

/** A notice that nothing sends now is sent with the next one; but they must not pile up. */
async function schedule({ correlationId }: Notice, { outbox, log, clock }: AlarmPorts): Promise<void> {
  try {
    await outbox.schedule(clock.now() + DELAY_MS);
  } catch {
    log.note({ event: 'alarm', correlationId, result: 'not-scheduled' });
    await trimOutbox({ outbox, log });
  }
}
