import { hasHiddenCharacters } from '../shared/hiddenCharacters';
import { MAX_SEARCH_LENGTH } from '../shared/limits';
import { Credential, WorkspaceAddress } from '../shared/ports';

/** Somebody of the workspace whose sessions are looked for. */
export interface Person {
  readonly id: string;
  readonly username: string;
  /** The name shown for them, where they have one. */
  readonly name?: string;
  readonly isEnabled: boolean;
}

export interface PeopleDirectory {
  /** The person with exactly this ID. */
  byId(id: string): Promise<Person | undefined>;
  /** The person with exactly this username, capitals included. */
  byUsername(username: string): Promise<Person | undefined>;
  /**
   * Usernames of active people whom the workspace finds by a part of their names, at most `MAX_LOOK_ALIKES`.
   *
   * @throws AppError when the workspace would not tell, or could not be asked
   */
  lookAlikes(term: string, credential: Credential, address: WorkspaceAddress): Promise<readonly string[]>;
}

/** As whom, and where, the workspace is asked for people with similar names. */
export interface LookAlikesAsked {
  readonly credential: Credential;
  readonly address: WorkspaceAddress;
}

export type FoundPerson =
  | { readonly kind: 'found'; readonly person: Person }
  /** `nearest`: usernames that might be meant. They come from the workspace. */
  | { readonly kind: 'unknown'; readonly nearest: readonly string[] };

export const MAX_LOOK_ALIKES = 5;

/**
 * Who is meant by a username or a user ID, as somebody typed it: `@`, spaces around and capitals are forgiven, nothing
 * else is. Nobody is guessed.
 *
 * An ID comes first unless there is an `@`: people choose their usernames, and somebody might choose the ID of another.
 *
 * @param askedAs as whom to ask for similar names, found out only where nobody has this one; without it, or when that
 *   fails, none are offered
 */
export async function findPerson(
  typed: string,
  { directory }: { readonly directory: PeopleDirectory },
  askedAs?: () => Promise<LookAlikesAsked>,
): Promise<FoundPerson> {
  const name = typed.trim().replace(/^@/, '').trim();
  if (name === '' || name.length > MAX_SEARCH_LENGTH || hasHiddenCharacters(name)) {
    return { kind: 'unknown', nearest: [] };
  }
  const lower = name.toLowerCase();
  const byName = async (): Promise<Person | undefined> =>
    (await directory.byUsername(name)) ?? (lower === name ? undefined : await directory.byUsername(lower));
  const byId = (): Promise<Person | undefined> => directory.byId(name);
  const [first, second] = typed.trim().startsWith('@') ? [byName, byId] : [byId, byName];
  const person = (await first()) ?? (await second());
  if (person) {
    return { kind: 'found', person };
  }
  const nearest = askedAs ? await nearestTo(name, directory, askedAs) : [];
  // The workspace lets nobody take a username that another has but for its capitals.
  const same = nearest.find((each) => each.toLowerCase() === lower);
  const found = same === undefined ? undefined : await directory.byUsername(same);
  return found ? { kind: 'found', person: found } : { kind: 'unknown', nearest };
}

/** Who has this ID; undefined for nobody. */
export function personById(
  id: string,
  { directory }: { readonly directory: PeopleDirectory },
): Promise<Person | undefined> {
  return directory.byId(id);
}

async function nearestTo(
  name: string,
  directory: PeopleDirectory,
  askedAs: () => Promise<LookAlikesAsked>,
): Promise<readonly string[]> {
  try {
    const { credential, address } = await askedAs();
    return (await directory.lookAlikes(name, credential, address)).slice(0, MAX_LOOK_ALIKES);
  } catch {
    // Only an offer: that nobody has this name is known without it.
    return [];
  }
}
