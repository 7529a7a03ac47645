import { ErrorCode } from '../shared/errors';
import { AuditEntry, AuditOutcome } from './auditEntry';

/** What somebody without an allowed role can be refused with, or after a lockout, as often as they try. */
const COUNTED: ReadonlyArray<ErrorCode | 'done' | 'partly-done' | 'cancelled'> = [
  'error-unauthorized',
  'error-account-deactivated',
  'error-locked-out',
  'error-request-expired',
  'error-request-foreign',
];
const MINUTE_MS = 60_000;

/**
 * What entries have in common that are counted in one, so that nobody can fill the record by being refused: the same
 * caller, action, way and result, within one minute. A `disconnect` is counted as well, since everybody may do that.
 *
 * @returns undefined for an entry that stands for itself
 */
export function countedAs(entry: AuditEntry, outcome: AuditOutcome | undefined): string | undefined {
  const { action, at, callerId, via } = entry;
  const result = outcome?.result;
  if (result === undefined || !(COUNTED.includes(result) || (action === 'disconnect' && result === 'done'))) {
    return undefined;
  }
  return [Math.floor(at / MINUTE_MS), via, action, result, callerId].join(':');
}
