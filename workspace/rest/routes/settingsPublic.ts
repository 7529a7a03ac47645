import type { WorkspaceStore } from '../../store';
import { ApiError, success } from '../answers';
import { pageOf } from '../listParameters';
import type { OpenRoute } from '../route';
import { validator } from '../validation';

/** Those of the known settings that everybody may read (Rocket.Chat `apps/meteor/server/settings/`: `public: true`). */
const PUBLIC = ['Accounts_TwoFactorAuthentication_Enabled', 'Language', 'Site_Name', 'Site_Url', 'uniqueID'];

/**
 * Settings by ID, for everybody (`apps/meteor/app/api/server/v1/settings.ts`). Up to 6.x some of them are asked for with
 * `query`, a condition of the database as JSON, of which `_id` is understood here. From 7.0 on with `_id`, IDs separated
 * by commas, and `query` is ignored unless the server allows it.
 */
export const settingsPublic: OpenRoute = {
  method: 'GET',
  path: 'settings.public',
  open: true,
  params: validator({
    properties: {
      _id: { type: 'string' },
      query: { type: 'string' },
      offset: { type: 'number' },
      count: { type: 'number' },
    },
  }),
  action({ store, params }) {
    const { offset, count } = pageOf(store, params);
    const wanted = store.version === '6.5' ? idsInQuery(params.query) : idsInList(params._id);
    const found = PUBLIC.filter((id) => wanted === undefined || wanted.includes(id));
    const settings = found.slice(offset, offset + count).map((_id) => ({ _id, value: valueOf(store, _id) }));
    return success({ settings, count: settings.length, offset, total: found.length });
  },
};

function valueOf({ settings }: WorkspaceStore, id: string): unknown {
  return settings.find(id);
}

function idsInList(list: unknown): string[] | undefined {
  return typeof list === 'string' && list !== '' ? list.split(',').map((id) => id.trim()) : undefined;
}

function idsInQuery(query: unknown): string[] | undefined {
  if (typeof query !== 'string' || query === '') {
    return undefined;
  }
  try {
    const { _id } = JSON.parse(query) as { _id?: string | { $in?: string[] } };
    return typeof _id === 'string' ? [_id] : _id?.$in;
  } catch {
    throw new ApiError('error-invalid-query', `Invalid query parameter provided: "${query}"`, {
      helperMethod: 'parseJsonQuery',
    });
  }
}
