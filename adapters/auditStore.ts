import { IPersistence, IPersistenceRead } from '@rocket.chat/apps-engine/definition/accessors';
import { RocketChatAssociationModel, RocketChatAssociationRecord } from '@rocket.chat/apps-engine/definition/metadata';
import { AuditEntry, AuditOutcome, dayOf, RecordedEntry } from '../core/audit';
import { AuditLog } from '../core/ports';
import { asDocument } from './document';

/** The two kinds of documents; one of each makes a complete record, in whatever order they were stored. */
type AuditDocument =
  | { readonly kind: 'entry'; readonly entry: AuditEntry }
  | { readonly kind: 'outcome'; readonly entryId: string; readonly outcome: AuditOutcome };

/**
 * The audit log in the app's persistence. Documents are only ever added, each filed under its entry's day, so that a
 * day can be read without the others (persistence can neither sort nor page).
 */
export function auditStore(write: IPersistence, read: IPersistenceRead): AuditLog {
  const file = async (day: string, document: AuditDocument): Promise<void> => {
    const id = await write.createWithAssociation(asDocument(document), dayRecord(day));
    if (!id) {
      throw new Error('the audit document was not stored');
    }
  };
  return {
    append: (entry) => file(dayOf(entry.at), { kind: 'entry', entry }),
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
  const entries: RecordedEntry[] = [];
  for (const document of documents) {
    if (document.kind === 'entry') {
      entries.push({ ...document.entry, outcome: outcomes.get(document.entry.id) ?? 'unknown' });
    }
  }
  return entries;
}
