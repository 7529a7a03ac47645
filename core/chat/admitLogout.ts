import { Via } from '../audit/auditEntry';
import { Caller } from '../caller/caller';
import { parseCriteria } from '../find/criteria';
import { validateLogout, validReason } from '../logout/validateLogout';
import { InvalidInputError } from '../shared/errors';
import { authorizeStep } from './authorizeStep';
import { ChatPorts } from './chatPorts';
import { PendingLogout, withoutTyped } from './pendingLogout';
import { recordFailures } from './recordFailures';
import { chosenOf } from './search';

/**
 * Checks the role of a person in chat, and the logout that they typed.
 *
 * @param check looks at what else was typed
 * @throws AppError `error-unauthorized`, `error-account-deactivated`, `error-settings-unreadable`, `invalid-params`;
 *   recorded, without what was typed
 */
export async function admitLogout(
  pending: PendingLogout,
  caller: Caller,
  via: Via,
  ports: ChatPorts,
  check: () => void = () => undefined,
): Promise<void> {
  await recordFailures(caller, via, withoutTyped(pending), ports, async () => {
    await authorizeStep(pending, caller, ports);
    validatePending(pending, ports.clock.now());
    check();
  });
}

function validatePending(pending: PendingLogout, now: number): void {
  const { reason } = pending;
  if ('sessionId' in pending) {
    validateLogout({ sessionId: pending.sessionId, reason });
    return;
  }
  validReason(reason);
  if ('choice' in pending) {
    const { choice } = pending;
    const listed = new Set(choice.listed.map(({ sessionId }) => sessionId));
    if (!choice.chosen.every((sessionId) => listed.has(sessionId))) {
      throw new InvalidInputError('sessionIds', 'not-listed');
    }
    return;
  }
  const { criteria, utcOffset } = 'search' in pending ? pending.search : { criteria: undefined, utcOffset: 0 };
  if (criteria) {
    parseCriteria(criteria, { now, utcOffset });
  }
}

/** @throws InvalidInputError when a person chose to end sessions and named none */
export function requireChosen(pending: PendingLogout, caller: Caller): void {
  if ('choice' in pending && chosenOf(pending.choice, caller.id).length === 0) {
    throw new InvalidInputError('sessionIds', 'missing');
  }
}
