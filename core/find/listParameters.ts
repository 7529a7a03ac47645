import { isRecord } from '../logout/readReply';
import { InvalidInputError, ListParameter } from '../shared/errors';
import { Criteria } from './criteria';
import { parameterTexts } from './parameterTexts';
import { SORT_KEYS, SortKey, SortOrder } from './sortRows';

/** What the workspace's own list gives without `count`, and the most it gives (`API_Default_Count`, `API_Upper_Count_Limit`). */
const DEFAULT_COUNT = 50;
const MOST_COUNT = 100;
const NUMBER = /^-?\d{1,9}(\.\d{1,9})?$/;

const PARAMETERS: readonly ListParameter[] = [
  'count',
  'offset',
  'filter',
  'sort',
  'user',
  'ip',
  'os',
  'client',
  'loginBefore',
  'loginAfter',
];

/** What `GET sessions/list.all` was asked for. */
export interface ListParameters {
  readonly offset: number;
  readonly count: number;
  /** The workspace's own search text. */
  readonly filter?: string;
  readonly sort: SortOrder;
  /** A username or a user ID. */
  readonly user?: string;
  readonly criteria: Criteria;
}

/**
 * Reads the query of `GET sessions/list.all`.
 *
 * `count`, `offset`, `filter` and `sort` mean what they mean on the workspace
 * (apps/meteor/app/api/server/helpers/getPaginationItems.ts, parseJsonQuery.ts): numbers are cut off after the point, an
 * offset below 0 counts as 0, a larger `count` as the largest there is; an empty `filter` or `sort` counts as absent.
 *
 * @param query names and values, as the host decoded them
 * @throws InvalidInputError naming the parameter, or `query` for one that does not exist
 */
export function parseListParameters(query: unknown): ListParameters {
  const text = parameterTexts(query, PARAMETERS);
  const count = numberOf(text('count'), 'count', DEFAULT_COUNT);
  if (count < 0) {
    throw new InvalidInputError('count', 'not-allowed');
  }
  const user = text('user');
  if (user !== undefined && user.trim() === '') {
    throw new InvalidInputError('user', 'not-allowed');
  }
  return {
    offset: Math.max(0, numberOf(text('offset'), 'offset', 0)),
    count: Math.min(count, MOST_COUNT),
    filter: text('filter') || undefined,
    sort: sortOf(text('sort')),
    user,
    criteria: {
      words: [],
      ip: text('ip'),
      os: text('os'),
      client: text('client'),
      before: text('loginBefore'),
      after: text('loginAfter'),
    },
  };
}

function numberOf(text: string | undefined, name: ListParameter, otherwise: number): number {
  if (text === undefined) {
    return otherwise;
  }
  if (!NUMBER.test(text)) {
    throw new InvalidInputError(name, 'not-allowed');
  }
  return Math.trunc(Number(text));
}

/** An order as JSON, such as `{"_user.name":1}`; the first key counts most. */
function sortOf(text: string | undefined): SortOrder {
  if (text === undefined || text === '') {
    return [['loginAt', -1]];
  }
  const order = Object.entries<unknown>(parsed(text));
  if (order.length === 0 || !order.every(isSorting)) {
    throw new InvalidInputError('sort', 'not-allowed');
  }
  return order as unknown as SortOrder;
}

function isSorting([key, direction]: [string, unknown]): boolean {
  return SORT_KEYS.includes(key as SortKey) && (direction === 1 || direction === -1);
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : {};
  } catch {
    return {};
  }
}
