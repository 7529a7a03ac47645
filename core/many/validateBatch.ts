import { bodyFields, isSessionId, validReason, validSecondFactor } from '../logout/validateLogout';
import { Branded } from '../shared/brand';
import { InputField, InvalidInputError } from '../shared/errors';
import { MAX_BATCH } from '../shared/limits';
import { SecondFactor } from '../shared/secondFactor';

/** What was asked for, found well-formed: 1 to `MAX_BATCH` session IDs, each once. */
export type ValidBatch = Branded<
  {
    readonly sessionIds: readonly string[];
    /** Why, for the record; never sent to the workspace. */
    readonly reason?: string;
    readonly secondFactor: SecondFactor;
  },
  'ValidBatch'
>;

/**
 * Checks what a caller sent to end sessions that they name.
 *
 * @param body anything
 * @throws InvalidInputError naming the field
 */
export function validateBatch(body: unknown, code?: string, method?: string): ValidBatch {
  const { sessionIds, reason } = bodyFields(body, ['sessionIds', 'reason']);
  if (sessionIds === undefined) {
    throw new InvalidInputError('sessionIds', 'missing');
  }
  const valid = validSessionIds(sessionIds, 'sessionIds');
  if (valid.length === 0) {
    throw new InvalidInputError('sessionIds', 'not-allowed');
  }
  return {
    sessionIds: valid,
    reason: validReason(reason),
    secondFactor: validSecondFactor(code, method),
  } as ValidBatch;
}

/**
 * A list of session IDs, each once. It may be empty.
 *
 * @throws InvalidInputError naming the field
 */
export function validSessionIds(list: unknown, field: InputField): readonly string[] {
  if (!Array.isArray(list)) {
    throw new InvalidInputError(field, 'not-allowed');
  }
  if (list.length > MAX_BATCH) {
    throw new InvalidInputError(field, 'too-many');
  }
  const sessionIds: unknown[] = Array.from(list);
  if (!sessionIds.every(isSessionId)) {
    throw new InvalidInputError(field, 'not-allowed');
  }
  if (new Set(sessionIds).size < sessionIds.length) {
    throw new InvalidInputError(field, 'repeated');
  }
  return sessionIds;
}
