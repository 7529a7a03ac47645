import { Via } from '../audit/auditEntry';
import { Caller } from '../caller/caller';
import { authorizeCaller } from '../caller/authorizeCaller';
import { currentCredential } from '../connection/currentCredential';
import { findPerson, Person, personById } from '../find/findPerson';
import { AppError } from '../shared/errors';
import { ChatPorts } from './chatPorts';
import { requireSomebodyElse } from '../oversight/liftLockout';
import { PendingLogout, PendingSearch, PendingUnlock, recordPending, withoutTyped } from './pendingLogout';
import { recordFailures } from './recordFailures';

/** A logout whose person is known where one was named; or that there is nobody of that name. */
export type Named<Pending extends PendingLogout> =
  | { readonly kind: 'named'; readonly pending: Pending }
  | { readonly kind: 'person-unknown'; readonly pending: Pending; readonly nearest: readonly string[] };

/**
 * Looks up the person whose sessions are searched, where one was named and is not known yet. Nobody of that name is
 * recorded as a refusal.
 */
export async function namePerson<Pending extends PendingLogout>(
  pending: Pending,
  caller: Caller,
  via: Via,
  ports: ChatPorts,
): Promise<Named<Pending>> {
  const typed = typedPersonOf(pending);
  // Whoever was found is shown in the dialog; by now somebody else may have the name.
  const isKnown = 'search' in pending && pending.search.person !== undefined;
  if (typed === undefined || isKnown) {
    return { kind: 'named', pending };
  }
  const found = await findPerson(typed, ports, async () => {
    const [credential, address] = await Promise.all([currentCredential(caller.id, ports), ports.settings.logout()]);
    return { credential, address };
  });
  if (found.kind === 'found') {
    const { person } = found;
    const { correlationId } = pending;
    if ('unlock' in pending) {
      const unlock: PendingUnlock['unlock'] = { typed, person };
      await recordFailures(caller, via, { correlationId, unlock }, ports, async () =>
        requireSomebodyElse(person, caller),
      );
      return { kind: 'named', pending: { ...pending, unlock } };
    }
    if ('search' in pending) {
      const search: PendingSearch['search'] = { ...pending.search, person };
      return { kind: 'named', pending: { ...pending, search } };
    }
    return { kind: 'named', pending };
  }
  await recordPending(caller, via, withoutTyped(pending), 'error-user-not-found', ports);
  return { kind: 'person-unknown', pending, nearest: found.nearest };
}

function typedPersonOf(pending: PendingLogout): string | undefined {
  if ('unlock' in pending) {
    return pending.unlock.typed;
  }
  return 'search' in pending ? pending.search.criteria?.person : undefined;
}

/**
 * The person of whom a client names the ID, for a caller with an allowed role: nobody else is told who exists.
 *
 * @param id may be anything
 * @throws AppError `error-unauthorized`, `error-account-deactivated`, `error-settings-unreadable`, `error-user-not-found`;
 *   recorded
 */
export async function personWithId(
  id: unknown,
  caller: Caller,
  correlationId: string,
  ports: ChatPorts,
): Promise<Person> {
  return recordFailures(caller, 'command', { correlationId }, ports, async () => {
    await authorizeCaller(caller, ports);
    const person = typeof id === 'string' && id !== '' ? await personById(id, ports) : undefined;
    if (!person) {
      throw new AppError('error-user-not-found');
    }
    return person;
  });
}
