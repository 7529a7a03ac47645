import { Caller } from '../caller/caller';
import { InvalidInputError } from '../shared/errors';
import { admitLogout, requireChosen } from './admitLogout';
import { ChatPorts } from './chatPorts';
import { ChatStep } from './chatStep';
import { secretInCriteria } from './findLine';
import { keepForNext } from './keepForNext';
import { namePerson } from './namePerson';
import { codeQuestionOf, refuse, StoredPendingLogout, takePending } from './pendingLogout';
import { looksLikeCode, tellsSecret } from './suspectText';
import { stepOf } from './stepOf';
import { takeStep } from './takeStep';
import { storedTexts, Typed, withTyped } from './typed';

/**
 * Goes one step further with a pending logout that was submitted: with a code, or a yes where none is asked for, it
 * searches, or ends what was chosen.
 *
 * The pending logout is used up by that, by one of all who submit it, and put back only where another step can follow.
 *
 * @param typed what the person typed and chose, in place of what it began with
 * @throws AppError `error-request-expired`, recorded, when it asked nothing yet, or somebody else used it up
 */
export async function advanceLogout(
  found: StoredPendingLogout,
  caller: Caller,
  typed: Typed,
  ports: ChatPorts,
): Promise<ChatStep> {
  if (found.question === undefined) {
    return refuse(caller, 'error-request-expired', found, ports);
  }
  const taken = await takePending(found, caller, ports);
  let pending = withTyped(taken, typed);
  const step = await stepOf(pending, caller, ports, async () => {
    const question = codeQuestionOf(pending);
    await admitLogout(pending, caller, 'modal', ports, () => {
      requireNoCodeIn(typed);
      requireChosen(pending, caller);
    });
    if (question && !typed.code?.trim()) {
      return { kind: 'code-missing', pending, question };
    }
    const named = await namePerson(pending, caller, 'modal', ports);
    if (named.kind === 'person-unknown') {
      return named;
    }
    pending = named.pending;
    return takeStep(pending, caller, 'modal', { text: typed.code, confirmed: true }, ports);
  });
  // What is not fit to be stored is still in the dialog; so is what may be the code in the wrong field.
  const unfit = step.kind === 'code-missing' || (step.kind === 'input-invalid' && step.error.field !== 'x-2fa-code');
  return keepForNext(unfit ? taken : pending, step, ports);
}

/** @throws InvalidInputError when the code or password seems to stand in a field that is stored */
function requireNoCodeIn({ code = '', reason = '', criteria }: Typed): void {
  const isCode = (text: string): boolean => text.trim() !== '' && text.trim() === code.trim();
  if (looksLikeCode(reason) || tellsSecret(reason) || isCode(reason)) {
    throw new InvalidInputError('reason', 'looks-like-code');
  }
  // A search may have numbers that a reason may not: those of versions and addresses.
  if (criteria && (secretInCriteria(criteria) || storedTexts({ criteria }).some(isCode))) {
    throw new InvalidInputError('filter', 'looks-like-code');
  }
}
