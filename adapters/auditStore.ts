import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { AuditEntry, AuditOutcome, dayOf, RecordedEntry } from '../core/audit/auditEntry';
import { AuditLog } from '../core/audit/auditLog';
import { asDocument } from './document';

/**
 * What was asked for, with its outcome where that was known at once; or the outcome of an entry stored before. In
 * whatever order they were stored, they make complete records.
 */
type AuditDocument =
  | { readonly kind: 'entry'; readonly entry: AuditEntry; readonly outcome?: AuditOutcome }
  | { readonly kind: 'outcome'; readonly entryId: string; readonly outcome: AuditOutcome };

/**
 * The audit log in the app's persistence. Documents are only ever added, each filed under its entry's day, so that a
 * day can be read without the others (persistence can neither sort nor page).
 */
export function auditStore(write: IPersistence, read: IPersistenceRead): AuditLog {
  const file = async (day: string, document: AuditDocument): Promise<void> => {
    // The ID of the document; on 6.5 `{ acknowledged, insertedId }` in its place. Nothing at all means not stored.
    const stored: unknown = await write.createWithAssociation(asDocument(document), dayRecord(day));
    if (!stored) {
      throw new Error('the audit document was not stored');
    }
  };
  return {
    append: (entry, outcome) => file(dayOf(entry.at), { kind: 'entry', entry, outcome }),
    complete: (entry, outcome) => file(dayOf(entry.at), { kind: 'outcome', entryId: entry.id, outcome }),
    async entriesOf(day) {
      const documents = (await read.readByAssociation(dayRecord(day))) as AuditDocument[];
      return joined(documents).sort((a, b) => a.at - b.at);
    },
  };
}

function dayRecord(day: string): RocketChatAssociationRecord {
  return new RocketChatAssociationRecord(RocketChatAssociationModel.MISC, `audit-${day}`);
}

function joined(documents: readonly AuditDocument[]): RecordedEntry[] {
  const outcomes = new Map<string, AuditOutcome>();
  for (const document of documents) {
    if (document.kind === 'outcome') {
      outcomes.set(document.entryId, document.outcome);
    }
  }
  const entries = new Map<string, RecordedEntry>();
  for (const document of documents) {
    if (document.kind === 'entry') {
      const { entry } = document;
      const outcome = document.outcome ?? outcomes.get(entry.id) ?? 'unknown';
      // A store that failed after it had stored makes the app store the same entry again, then with its outcome.
      if (outcome !== 'unknown' || !entries.has(entry.id)) {
        entries.set(entry.id, { ...entry, outcome });
      }
    }
  }
  return Array.from(entries.values());
}
