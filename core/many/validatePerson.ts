import { bodyFields, validReason, validSecondFactor } from '../logout/validateLogout';
import { Branded } from '../shared/brand';
import { InvalidInputError } from '../shared/errors';
import { hasHiddenCharacters } from '../shared/hiddenCharacters';
import { MAX_SESSION_ID_LENGTH } from '../shared/limits';
import { SecondFactor } from '../shared/secondFactor';
import { NamedPerson } from './existingPerson';
import { validSessionIds } from './validateBatch';

const USER_ID = new RegExp(`^[A-Za-z0-9._-]{1,${MAX_SESSION_ID_LENGTH}}$`);

/** What was asked for about one person, found well-formed. */
export type ValidPersonRequest = Branded<
  {
    readonly named: NamedPerson;
    /** Sessions to keep. */
    readonly except: readonly string[];
    /** Why, for the record; never sent to the workspace. */
    readonly reason?: string;
    readonly secondFactor: SecondFactor;
  },
  'ValidPersonRequest'
>;

/**
 * Checks what a caller sent to end the sessions of one person: `userId` or `username`, and optionally `reason`.
 *
 * @param body anything
 * @param more which other fields it may have
 * @throws InvalidInputError naming the field
 */
export function validatePerson(
  body: unknown,
  code: string | undefined,
  method: string | undefined,
  more: readonly 'except'[] = [],
): ValidPersonRequest {
  const { userId, username, except, reason } = bodyFields(body, ['userId', 'username', 'reason', ...more]);
  return {
    named: validName(userId, username),
    except: except === undefined ? [] : validSessionIds(except, 'except'),
    reason: validReason(reason),
    secondFactor: validSecondFactor(code, method),
  } as ValidPersonRequest;
}

/** Exactly one of the two: nobody is meant by default, least of all the caller. */
function validName(userId: unknown, username: unknown): NamedPerson {
  if ((userId === undefined) === (username === undefined)) {
    throw new InvalidInputError('userId', 'missing');
  }
  if (userId !== undefined) {
    if (typeof userId !== 'string' || !USER_ID.test(userId)) {
      throw new InvalidInputError('userId', 'not-allowed');
    }
    return { userId };
  }
  if (
    typeof username !== 'string' ||
    username.length > MAX_SESSION_ID_LENGTH ||
    /^[\s@]*$/.test(username) ||
    hasHiddenCharacters(username)
  ) {
    throw new InvalidInputError('username', 'not-allowed');
  }
  return { username };
}
