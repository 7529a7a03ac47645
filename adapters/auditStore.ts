import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { AuditEntry, AuditOutcome, dayOf, RecordedEntry, SessionOutcome } from '../core/audit/auditEntry';
import { AuditLog } from '../core/audit/auditLog';
import { countedAs } from '../core/audit/countedRefusals';
import { recordedEntry } from '../core/audit/recordedEntry';
import { RetentionPorts } from '../core/audit/retention';
import { asDocument } from './document';
import { removeAll } from './removeAll';
import { misc } from './misc';

/**
 * What was asked for, with its outcome where that was known at once; or the outcome of an entry stored before, or of one
 * session of its batch. In whatever order they were stored, they make complete records.
 */
type AuditDocument =
  | EntryDocument
  | { readonly kind: 'session'; readonly entryId: string; readonly session: SessionOutcome }
  | { readonly kind: 'outcome'; readonly entryId: string; readonly outcome: AuditOutcome };

interface EntryDocument {
  readonly kind: 'entry';
  readonly entry: AuditEntry;
  readonly outcome?: AuditOutcome;
  /** How many of the same kind it stands for; absent for one. */
  readonly times?: number;
}

/**
 * The audit log in the app's persistence. Documents are only ever added, but for refusals that are counted, until their
 * day is removed. Each is filed under its entry's day, so that a day can be read without the others (persistence can
 * neither sort nor page).
 */
export function auditStore(write: IPersistence, read: IPersistenceRead): AuditLog {
  const file = async ({ at }: AuditEntry, document: AuditDocument): Promise<void> => {
    // The ID of the document; on 6.5 `{ acknowledged, insertedId }` in its place. Nothing at all means not stored.
    const stored: unknown = await write.createWithAssociation(asDocument(document), dayRecord(dayOf(at)));
    if (!stored) {
      throw new Error('the audit document was not stored');
    }
  };
  /**
   * Reads the one document of this kind and minute, and puts it back with one more. Several at once may read the same
   * number, so it may end a little low; and servers that find none at the same moment may each make one.
   */
  const count = async (counted: string, document: EntryDocument): Promise<void> => {
    const own = countedRecord(counted);
    const [first] = (await read.readByAssociation(own)) as EntryDocument[];
    const next = first ? { ...first, times: (first.times ?? 1) + 1 } : document;
    await write.updateByAssociations([dayRecord(dayOf(document.entry.at)), own], asDocument(next), true);
  };
  return {
    append(entry, outcome) {
      const counted = countedAs(entry, outcome);
      const document: EntryDocument = { kind: 'entry', entry, outcome };
      return counted === undefined ? file(entry, document) : count(counted, document);
    },
    completeSession: (entry, session) => file(entry, { kind: 'session', entryId: entry.id, session }),
    complete: (entry, outcome) => file(entry, { kind: 'outcome', entryId: entry.id, outcome }),
    async entriesOf(day) {
      const documents = (await read.readByAssociation(dayRecord(day))) as AuditDocument[];
      return joined(documents).sort((a, b) => a.at - b.at);
    },
  };
}

/** Removes days of the log: everything filed under them, whatever it is. */
export function oldEntries(write: IPersistence, read: IPersistenceRead): RetentionPorts['oldEntries'] {
  return { removeDay: (day, mayGoOn) => removeAll(dayRecord(day), write, read, mayGoOn) };
}

function dayRecord(day: string): RocketChatAssociationRecord {
  return misc(`audit-${day}`);
}

function countedRecord(counted: string): RocketChatAssociationRecord {
  return misc(`audit-counted:${counted}`);
}

function joined(documents: readonly AuditDocument[]): RecordedEntry[] {
  const outcomes = new Map<string, AuditOutcome>();
  const sessions = new Map<string, SessionOutcome[]>();
  for (const document of documents) {
    if (document.kind === 'outcome') {
      outcomes.set(document.entryId, document.outcome);
    } else if (document.kind === 'session') {
      const others = sessions.get(document.entryId) ?? [];
      others.push(document.session);
      sessions.set(document.entryId, others);
    }
  }
  const entries = new Map<string, RecordedEntry>();
  for (const document of documents) {
    if (document.kind === 'entry') {
      const { entry, times } = document;
      const outcome = document.outcome ?? outcomes.get(entry.id) ?? 'unknown';
      // A store that failed after it had stored makes the app store the same entry again, then with its outcome.
      if (outcome !== 'unknown' || !entries.has(entry.id)) {
        const recorded = recordedEntry(entry, outcome, sessions.get(entry.id));
        entries.set(entry.id, times ? { ...recorded, times } : recorded);
      }
    }
  }
  return Array.from(entries.values());
}
