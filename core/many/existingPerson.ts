import { findPerson, PeopleDirectory, Person } from '../find/findPerson';
import { Branded } from '../shared/brand';
import { AppError } from '../shared/errors';

/** The ID of a person whom the workspace knows. Never empty: to some calls an empty one would mean the caller. */
export type ExistingUserId = Branded<string, 'ExistingUserId'>;

export interface ExistingPerson {
  readonly id: ExistingUserId;
  readonly username: string;
}

/** Whom a request means: by ID, or by username. */
export type NamedPerson = { readonly userId: string } | { readonly username: string };

export interface PersonPorts {
  readonly directory: PeopleDirectory;
}

/**
 * Looks up whom a request means, now: by exactly this ID, or by username, where `@`, spaces around it and capitals are
 * forgiven. Neither is ever taken for the other.
 *
 * @throws AppError `error-user-not-found`
 */
export async function existingPerson(named: NamedPerson, ports: PersonPorts): Promise<ExistingPerson> {
  const person = 'userId' in named ? await withId(named.userId, ports) : await withUsername(named.username, ports);
  if (person === undefined || person.id === '') {
    throw new AppError('error-user-not-found');
  }
  return { id: person.id as ExistingUserId, username: person.username };
}

async function withId(userId: string, { directory }: PersonPorts): Promise<Person | undefined> {
  const person = await directory.byId(userId);
  return person?.id === userId ? person : undefined;
}

async function withUsername(typed: string, ports: PersonPorts): Promise<Person | undefined> {
  const username = typed.trim().replace(/^@/, '').trim();
  const found = await findPerson(`@${username}`, ports);
  const isMeant = found.kind === 'found' && found.person.username.toLowerCase() === username.toLowerCase();
  return isMeant ? found.person : undefined;
}
