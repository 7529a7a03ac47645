import type { WorkspaceStore } from '../store';
import { ApiError } from './answers';

export type Sort = Record<string, 1 | -1>;

/**
 * Which part of a list is asked for: whole numbers, cut off after the point, and at most `API_Upper_Count_Limit` rows
 * (`apps/meteor/app/api/server/helpers/getPaginationItems.ts`).
 */
export function pageOf(store: WorkspaceStore, params: Record<string, unknown>): { offset: number; count: number } {
  const { offset = 0, count = store.settings.get('API_Default_Count') } = params as { offset?: number; count?: number };
  return {
    offset: Math.trunc(offset),
    count: Math.min(Math.trunc(count), store.settings.get('API_Upper_Count_Limit')),
  };
}

/**
 * The order that is asked for, as JSON; by default the newest first
 * (`apps/meteor/app/api/server/helpers/parseJsonQuery.ts`).
 * @throws ApiError `error-invalid-sort` unless every value is 1 or -1
 */
export function sortOf({ sort }: Record<string, unknown>): Sort {
  if (typeof sort !== 'string' || sort === '') {
    return { loginAt: -1 };
  }
  try {
    const parsed: unknown = JSON.parse(sort);
    if (isSort(parsed)) {
      return parsed;
    }
  } catch {
    // Not JSON: refused below, like JSON that is not an order.
  }
  throw new ApiError('error-invalid-sort', `Invalid sort parameter provided: "${sort}"`, {
    helperMethod: 'parseJsonQuery',
  });
}

function isSort(value: unknown): value is Sort {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((direction) => direction === 1 || direction === -1)
  );
}
