import type { RequestHandler } from 'express';
import type { WorkspaceStore } from '../store';

/** The release of a workspace whose `release` setting was not touched, by how its answers look. */
const RELEASES = { '6.5': '6.5.3', '7.0': '7.0.0', late: '8.0.0' } as const;

/** The release that a workspace says it is. */
export function releaseOf({ release, version }: Pick<WorkspaceStore, 'release' | 'version'>): string {
  return release ?? RELEASES[version];
}

/**
 * `GET /api/info`: what a workspace tells everybody about itself, without login and outside `/api/v1`. Only people with
 * the permission `view-statistics` see the patch number and more, such as the version of the Apps-Engine
 * (apps/meteor/app/api/server/lib/getServerInfo.ts).
 */
export function info(store: WorkspaceStore, engineVersion?: string): RequestHandler {
  return (request, response) => {
    const version = releaseOf(store);
    const caller = store.authenticate(request.headers)?.user;
    const seesMore = caller !== undefined && store.hasPermission(caller, 'view-statistics');
    response.json({
      version: seesMore ? version : version.split('.').slice(0, 2).join('.'),
      ...(seesMore && { info: { version, marketplaceApiVersion: engineVersion } }),
      success: true,
    });
  };
}
