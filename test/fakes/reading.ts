import { singleUseStore } from '../../adapters/singleUseStore';
import { AuditLog } from '../../core/audit/auditLog';
import { RecordedEntry } from '../../core/audit/auditEntry';
import { ReadingPorts } from '../../core/oversight/guardedReading';
import { MemoryPersistence } from './persistence';
import { NOW, Settings, settings, settingsOf, world } from './ports';
import { recordOf, TODAY } from './record';
import { tokensOf } from './tokens';

/**
 * A world with a record to read, on the day `TODAY`. What the reading itself records is kept apart.
 *
 * @param entries what can be read
 */
export function readingWorld(entries: readonly RecordedEntry[], change: Partial<Settings> | Error = {}) {
  const inForce = change instanceof Error ? change : { ...settings, ...change };
  const base = world([], inForce);
  base.sleep(TODAY - NOW);
  const { ports: record, reads } = recordOf(entries);
  const audit: AuditLog = {
    append: (...given) => base.audit.append(...given),
    complete: (...given) => base.audit.complete(...given),
    completeSession: (...given) => base.audit.completeSession(...given),
    entriesOf: (day) => record.audit.entriesOf(day),
  };
  const persistence = new MemoryPersistence();
  const tokens = tokensOf();
  const grants: ReadingPorts['grants'] = singleUseStore('reading', persistence, persistence, base.ports);
  const ports = { ...base.ports, settings: settingsOf(inForce), audit, tokens, grants, retention: record.retention };
  return {
    ports,
    /** The days that were read. */
    reads,
    /** The calls that the workspace got. */
    calls: tokens.sent,
    /** What was recorded of the reading. */
    recorded: () => base.audit.entriesOf('2028-03-01'),
    refusing: base.audit.refusing,
    sleep: base.sleep,
    persistence,
  };
}
