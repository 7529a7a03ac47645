import { Branded } from '../shared/brand';
import { AppError } from '../shared/errors';

/** The ID of a person whom the workspace knows. Never empty: an empty one would mean the caller to some calls. */
export type ExistingUserId = Branded<string, 'ExistingUserId'>;

export interface ExistingPerson {
  readonly id: ExistingUserId;
  readonly username: string;
}

/** Whom a request means: by ID, or by user name. */
export type NamedPerson = { readonly userId: string } | { readonly username: string };

/** People as the workspace knows them now. */
export interface PersonDirectory {
  /** The person with exactly this ID. */
  find(userId: string): Promise<Person | undefined>;
  /** The person with this user name; `@`, spaces around it and capitals do not matter. */
  findByName(username: string): Promise<Person | undefined>;
}

interface Person {
  readonly id: string;
  readonly username: string;
}

/**
 * Looks up whom a request means, now.
 *
 * @throws AppError `error-user-not-found`
 */
export async function existingPerson(named: NamedPerson, directory: PersonDirectory): Promise<ExistingPerson> {
  const person = 'userId' in named ? await directory.find(named.userId) : await directory.findByName(named.username);
  if (!person || person.id === '' || ('userId' in named && person.id !== named.userId)) {
    throw new AppError('error-user-not-found');
  }
  return { id: person.id as ExistingUserId, username: person.username };
}
