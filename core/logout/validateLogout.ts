import { Branded } from '../shared/brand';
import { InvalidInputError } from '../shared/errors';
import { hasHiddenCharacters } from '../shared/hiddenCharacters';
import { MAX_CODE_LENGTH, MAX_REASON_LENGTH, MAX_SESSION_ID_LENGTH } from '../shared/limits';
import { knownMethod, SecondFactor } from '../shared/secondFactor';

const SESSION_ID = new RegExp(`^[A-Za-z0-9_-]{1,${MAX_SESSION_ID_LENGTH}}$`);
/** A header value that is not printable ASCII makes the HTTP call itself fail, and then nobody knows what happened. */
const HEADER_VALUE = new RegExp(`^[\\x20-\\x7e]{1,${MAX_CODE_LENGTH}}$`);
const FIELDS = ['sessionId', 'reason'];

export interface LogoutInput {
  readonly sessionId: string;
  /** Why, for the record; never sent to the workspace. */
  readonly reason?: string;
  readonly secondFactor: SecondFactor;
}

/** Input that was found well-formed. */
export type ValidLogout = Branded<LogoutInput, 'ValidLogout'>;

/**
 * Checks what a caller sent: the body of `POST sessions/logout`, plus an optional `reason`.
 *
 * Stricter than the workspace, which would coerce a number and look up any text. A method it does not know is left out,
 * as the workspace ignores it (app/2fa/server/code/index.ts).
 *
 * @param body anything
 * @param code the caller's code; empty counts as absent, as on the workspace
 * @throws InvalidInputError naming the field
 */
export function validateLogout(body: unknown, code?: string, method?: string): ValidLogout {
  const { sessionId, reason } = bodyFields(body, FIELDS);
  if (sessionId === undefined) {
    throw new InvalidInputError('sessionId', 'missing');
  }
  if (!isSessionId(sessionId)) {
    throw new InvalidInputError('sessionId', 'not-allowed');
  }
  const input: LogoutInput = {
    sessionId,
    reason: validReason(reason),
    secondFactor: validSecondFactor(code, method),
  };
  return input as ValidLogout;
}

/**
 * The fields of a body, of which there may be no others.
 *
 * @throws InvalidInputError for `body`
 */
export function bodyFields(body: unknown, allowed: readonly string[]): Readonly<Record<string, unknown>> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new InvalidInputError('body', 'not-an-object');
  }
  if (Object.keys(body).some((key) => !allowed.includes(key))) {
    throw new InvalidInputError('body', 'unknown-field');
  }
  return body as Record<string, unknown>;
}

/** Whether it could be a session ID, by the app's own, narrow pattern. */
export function isSessionId(value: unknown): value is string {
  return typeof value === 'string' && SESSION_ID.test(value);
}

/** @throws InvalidInputError for a code that cannot be sent */
export function validSecondFactor(code: string | undefined, method: string | undefined): SecondFactor {
  return { code: validCode(code), method: knownMethod(method) };
}

/**
 * @returns the reason, or undefined for none
 * @throws InvalidInputError naming what is the matter with it
 */
export function validReason(reason: unknown): string | undefined {
  if (reason === undefined) {
    return undefined;
  }
  if (typeof reason !== 'string') {
    throw new InvalidInputError('reason', 'not-allowed');
  }
  // Characters, not UTF-16 units; no character has more than two of those, which spares counting a huge text.
  if (reason.length > 2 * MAX_REASON_LENGTH || Array.from(reason).length > MAX_REASON_LENGTH) {
    throw new InvalidInputError('reason', 'too-long');
  }
  if (hasHiddenCharacters(reason)) {
    throw new InvalidInputError('reason', 'hidden-characters');
  }
  return reason.trim() === '' ? undefined : reason;
}

/**
 * @returns the code, or undefined for none
 * @throws InvalidInputError for one that cannot be sent
 */
export function validCode(code: string | undefined): string | undefined {
  if (code === undefined || code === '') {
    return undefined;
  }
  if (!HEADER_VALUE.test(code)) {
    throw new InvalidInputError('x-2fa-code', 'not-allowed');
  }
  return code;
}
