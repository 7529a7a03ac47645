import type { AuditView } from '../shared/views';

/** The documents of the app's audit log, as far as the page shows them. Read from what is stored, not by the app's code. */
interface Outcome {
  result?: string;
  secondFactor?: string;
}
interface StoredEntry {
  kind: 'entry';
  /** Where it was known when the entry was stored; otherwise it comes in a document of its own. */
  outcome?: Outcome;
  entry: {
    id: string;
    at: number;
    action?: string;
    via?: string;
    callerUsername?: string;
    sessionId?: string;
    reason?: string;
  };
}
interface StoredOutcome {
  kind: 'outcome';
  entryId: string;
  outcome: Outcome;
}

/** The latest audit entries, newest first. An entry without an outcome is "unknown". @param documents from persistence */
export function latestAudit(documents: readonly unknown[], limit: number): AuditView[] {
  const data = documents.map((document) => (document as { data?: unknown }).data);
  const outcomes = new Map(data.filter(isOutcome).map(({ entryId, outcome }) => [entryId, outcome]));
  return data
    .filter(isEntry)
    .sort((a, b) => b.entry.at - a.entry.at)
    .slice(0, limit)
    .map(({ entry, outcome = outcomes.get(entry.id) }) => ({
      id: entry.id,
      at: new Date(entry.at).toISOString(),
      action: entry.action ?? 'logout',
      via: entry.via ?? '',
      caller: entry.callerUsername ?? '',
      sessionId: entry.sessionId ?? undefined,
      reason: entry.reason ?? undefined,
      result: outcome?.result ?? 'unknown',
      secondFactor: outcome?.secondFactor ?? undefined,
    }));
}

function isEntry(data: unknown): data is StoredEntry {
  const { kind, entry } = (data ?? {}) as Partial<StoredEntry>;
  return kind === 'entry' && typeof entry?.at === 'number' && typeof entry.id === 'string';
}

function isOutcome(data: unknown): data is StoredOutcome {
  const { kind, outcome } = (data ?? {}) as Partial<StoredOutcome>;
  return kind === 'outcome' && typeof outcome === 'object' && outcome !== null;
}
