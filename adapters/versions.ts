import { IHttp } from '@rocket.chat/apps-engine/definition/accessors';
import { SettingsReader } from '../core/shared/settings';
import { systemClock } from './system';
import { callWorkspace, jsonOf } from './workspaceCall';

/** It is asked for while a client waits for its answer. */
const MOST_MS = 400;

export interface Versions {
  /** The workspace's version; undefined when it does not say. */
  current(): Promise<{ readonly major: number; readonly minor: number } | undefined>;
}

/**
 * The workspace's version, which `GET /api/info` tells everybody: whole, or as `6.5` to people who may not see more
 * (apps/meteor/app/api/server/lib/getServerInfo.ts). Asked for only where an answer depends on it.
 */
export function versions(http: IHttp, settings: Pick<SettingsReader, 'logout'>): Versions {
  return {
    async current() {
      try {
        const { workspaceUrl } = await settings.logout();
        const response = await callWorkspace(http, systemClock, 'get', `${workspaceUrl}/api/info`, {}, MOST_MS);
        const { version } = (jsonOf(response) ?? {}) as { readonly version?: unknown };
        const [, major, minor] = /^(\d{1,4})\.(\d{1,4})/.exec(String(version)) ?? [];
        return major === undefined ? undefined : { major: Number(major), minor: Number(minor) };
      } catch {
        // Whoever asks has a way that works in every version.
        return undefined;
      }
    },
  };
}
