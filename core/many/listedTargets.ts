import { readSessions, ReadPorts, ReadRequest } from '../find/readSessions';
import { Target } from '../shared/target';
import { ExistingPerson } from './existingPerson';
import { targetOf } from '../logout/targetOf';

/** The sessions of one person that the workspace lists. */
export interface ListedTargets {
  readonly targets: readonly Target[];
  /** Whether these are all. */
  readonly complete: boolean;
}

/**
 * Reads one person's sessions, with the second factor that is in hand for ending them.
 *
 * @returns only sessions of exactly this person, newest login first; each ID is one that could be sent
 * @throws AppError as `readSessions` does
 */
export async function listedTargets(
  person: ExistingPerson,
  request: Omit<ReadRequest, 'query'>,
  ports: ReadPorts,
): Promise<ListedTargets> {
  const { rows, complete } = await readSessions({ ...request, query: { userId: person.id } }, ports);
  return { targets: rows.map(targetOf), complete };
}
