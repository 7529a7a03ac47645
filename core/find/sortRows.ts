import { SessionRow } from '../logout/sessionRow';

/** What the workspace's own list can be sorted by (apps/meteor/ee/server/api/sessions.ts). */
export const SORT_KEYS = [
  'loginAt',
  'device.name',
  'device.os.name',
  'device.os.version',
  '_user.name',
  '_user.username',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];

/** The key that counts most first; 1 for the least value first, -1 for the greatest. */
export type SortOrder = ReadonlyArray<readonly [SortKey, 1 | -1]>;

const VALUE_OF: Readonly<Record<SortKey, (row: SessionRow) => string | number | undefined>> = {
  loginAt: ({ loginAt }) => loginAt,
  'device.name': ({ device }) => device?.name,
  'device.os.name': ({ device }) => device?.os,
  'device.os.version': ({ device }) => device?.osVersion,
  '_user.name': ({ name }) => name,
  '_user.username': ({ username }) => username,
};

/**
 * Sorts rows as the workspace sorts those of a page: a row without a value is less than any with one, and texts are
 * compared by their characters' codes, so that capitals come first. Rows that are equal keep their order.
 */
export function sortRows(rows: readonly SessionRow[], order: SortOrder): SessionRow[] {
  return Array.from(rows).sort((one, other) => {
    for (const [key, direction] of order) {
      const [a, b] = [VALUE_OF[key](one), VALUE_OF[key](other)];
      if (a !== b) {
        return (b !== undefined && (a === undefined || a < b) ? -1 : 1) * direction;
      }
    }
    return 0;
  });
}
