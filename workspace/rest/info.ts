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
 * the permission `view-statistics` would see the patch number (apps/meteor/app/api/server/lib/getServerInfo.ts).
 */
export function info(store: WorkspaceStore): RequestHandler {
  return (_request, response) => {
    response.json({ version: releaseOf(store).split('.').slice(0, 2).join('.'), success: true });
  };
}
