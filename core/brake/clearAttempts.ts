import { AppError } from '../shared/errors';
import { CodeAttempts } from './codeAttempts';

/**
 * Lets somebody in again who was locked out, and forgets the incorrect codes that they sent so far. Whoever calls this
 * must have checked who asks for it.
 *
 * @throws AppError `error-audit-unavailable` when that could not be stored; they may be locked out still
 */
export async function clearAttempts(
  userId: string,
  { codeAttempts }: { readonly codeAttempts: Pick<CodeAttempts, 'clear'> },
): Promise<void> {
  try {
    await codeAttempts.clear(userId);
  } catch {
    throw new AppError('error-audit-unavailable');
  }
}
