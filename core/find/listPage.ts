import { AppError, ErrorCode } from '../shared/errors';
import { parseCriteria } from './criteria';
import { findPerson, PeopleDirectory, Person } from './findPerson';
import { ListParameters, parseListParameters } from './listParameters';
import { ListPorts, ListRequest, listSessions, Wanted } from './listSessions';
import { matchesFilter } from './matchesFilter';
import { matchesQuery } from './matchesQuery';
import { SessionRow } from '../logout/sessionRow';
import { sortRows } from './sortRows';

export interface ListPageRequest extends Omit<ListRequest, 'wanted' | 'typed'> {
  /** The parameters as they were sent. */
  readonly parameters: unknown;
}

export type ListPagePorts = ListPorts & { readonly directory: PeopleDirectory };

/** A part of what was found. */
export interface SessionPage {
  readonly rows: readonly SessionRow[];
  /** The most rows it could have. */
  readonly count: number;
  readonly offset: number;
  /** All rows that match everything. */
  readonly total: number;
  /** Whether the whole list was read: otherwise there may be more. */
  readonly complete: boolean;
  readonly stoppedBy?: ErrorCode;
}

/**
 * Finds sessions for a program, sorted and filtered over the whole list, and gives the part that was asked for.
 *
 * @throws InvalidInputError naming the parameter; AppError `error-user-not-found`, or as `listSessions` does
 */
export async function listPage(request: ListPageRequest, ports: ListPagePorts): Promise<SessionPage> {
  // Read anew by each of the two steps: the first must not come before the caller's role is checked.
  const parameters = (): ListParameters => parseListParameters(request.parameters);
  const found = await listSessions({ ...request, wanted: () => wantedOf(parameters(), ports) }, ports);
  const { sort, offset, count } = parameters();
  const { complete, stoppedBy, rows } = found;
  const page = sortRows(rows, sort).slice(offset, offset + count);
  return { rows: page, count, offset, total: rows.length, complete, stoppedBy };
}

async function wantedOf({ user, filter, criteria }: ListParameters, ports: ListPagePorts): Promise<Wanted> {
  const query = parseCriteria(criteria, { now: ports.clock.now(), utcOffset: 0 });
  if (user === undefined) {
    return { query: { filter }, matches: (row) => matchesQuery(row, query) };
  }
  const target = await personOf(user, ports);
  const matches = (row: SessionRow): boolean =>
    matchesQuery(row, query) && (filter === undefined || matchesFilter(row, filter));
  return { query: { userId: target.id }, matches, target };
}

async function personOf(user: string, ports: ListPagePorts): Promise<Person> {
  const answer = await findPerson(user, ports);
  if (answer.kind !== 'found') {
    throw new AppError('error-user-not-found');
  }
  return answer.person;
}
