import { asDocument } from '../adapters/document';
import { RecordedEntry } from '../core/audit/auditEntry';

type Recorded = NonNullable<RecordedEntry['sessions']>[number];

/**
 * An entry of the record as it is answered: a closed list, so that nothing gets out because it was stored. What has no
 * value is left out here, since engines with Deno would answer it as null.
 */
export function recordFields(entry: RecordedEntry) {
  const { outcome } = entry;
  const known = outcome === 'unknown' ? undefined : outcome;
  return asDocument({
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
  });
}

function sessionFields({ sessionId, userId, username, device, result, error, workspaceStatus }: Recorded) {
  return { sessionId, target: personOf(userId, username), device, result, error, workspaceStatus };
}

function personOf(id: string | undefined, username: string | undefined) {
  return id !== undefined || username !== undefined ? { id, username } : undefined;
}
