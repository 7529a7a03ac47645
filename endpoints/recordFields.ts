import { RecordedEntry } from '../core/audit/auditEntry';

type Recorded = NonNullable<RecordedEntry['sessions']>[number];

/** An entry of the record as it is answered: a closed list, so that nothing gets out because it was stored. */
export function recordFields(entry: RecordedEntry) {
  const { outcome } = entry;
  const known = outcome === 'unknown' ? undefined : outcome;
  return {
    time: new Date(entry.at).toISOString(),
    id: entry.id,
    requestId: entry.correlationId,
    action: entry.action,
    via: entry.via,
    caller: { id: entry.callerId, username: entry.callerUsername, roles: entry.callerRoles },
    sessionId: entry.sessionId,
    target: personOf(entry.targetId, entry.targetUsername),
    device: entry.targetDevice,
    otherAccount: personOf(entry.otherAccountId, entry.otherAccountUsername),
    sessions: entry.sessions?.map(sessionFields),
    reason: entry.reason,
    result: known ? known.result : 'unknown',
    workspaceStatus: known?.workspaceStatus,
    secondFactor: known?.secondFactor,
    durationMs: known?.durationMs,
    times: entry.times,
  };
}

function sessionFields({ sessionId, userId, username, device, result, error, workspaceStatus }: Recorded) {
  return { sessionId, target: personOf(userId, username), device, result, error, workspaceStatus };
}

/** Stored values that are absent come back as null from engines with Deno. */
function personOf(id: string | null | undefined, username: string | null | undefined) {
  return id || username ? { id: id || undefined, username: username || undefined } : undefined;
}
