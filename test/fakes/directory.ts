import { PeopleDirectory, Person } from '../../core/find/findPerson';
import { Caller } from '../../core/caller/caller';

/** The people of a workspace, by their ID. Its search finds a part of a username, whatever the capitals. */
export function directoryOf(accounts: ReadonlyMap<string, Caller | Person>): PeopleDirectory {
  const all = (): Person[] =>
    Array.from(accounts.values(), ({ id, username, isEnabled }) => ({ id, username, isEnabled }));
  return {
    byId: async (id) => all().find((each) => each.id === id),
    byUsername: async (username) => all().find((each) => each.username === username),
    lookAlikes: async (term) =>
      all()
        .map(({ username }) => username)
        .filter((username) => username.toLowerCase().includes(term.toLowerCase())),
  };
}
