import type { Remote, RestAnswer } from './rest';
import { RemoteError, shown } from './texts';

/** What a workspace says about itself. */
export interface ServerInfo {
  /** Its version, such as `6.5` or, to people with the permission `view-statistics`, `6.5.3`. */
  release: string;
  /** The version of its Apps-Engine, such as `1.41.0`; undefined when it does not say. */
  engine?: string;
}

const PATH = '/api/info';

/**
 * Makes sure that there is a workspace at the address, and asks for its versions: `GET /api/info`. Everybody reads the
 * release without its patch number there; somebody with `view-statistics` reads the whole `Info`, in which
 * `marketplaceApiVersion` is the version of the engine (Rocket.Chat `apps/meteor/app/api/server/lib/getServerInfo.ts`,
 * `apps/meteor/app/statistics/server/lib/getAppsStatistics.ts`).
 *
 * @throws {RemoteError} `redirect`, `not-rocketchat`, and what a call throws
 */
export async function serverInfo(remote: Remote): Promise<ServerInfo> {
  const answer = await remote.get(PATH);
  refuseRedirect(remote, answer);
  const { version, info } = (answer.body ?? {}) as { version?: unknown; info?: { marketplaceApiVersion?: unknown } };
  if (answer.status !== 200 || typeof version !== 'string' || !/^\d+\.\d+/.test(version)) {
    const [origin, path, status] = [remote.url, PATH, String(answer.status)];
    throw new RemoteError('not-rocketchat', { origin, path, status });
  }
  const engine = info?.marketplaceApiVersion;
  return { release: version, ...(typeof engine === 'string' && { engine }) };
}

/** @throws {RemoteError} `redirect`, with the address to use instead */
function refuseRedirect(remote: Remote, { status, headers }: RestAnswer): void {
  if (status >= 300 && status < 400) {
    const location = headers.get('location') ?? '';
    throw new RemoteError('redirect', { origin: remote.url, target: shown(finalAddress(remote, location)) });
  }
}

/** Where a redirect of `/api/info` leads, as the address of a workspace. */
function finalAddress(remote: Remote, location: string): string {
  try {
    const { origin, pathname } = new URL(location, remote.url + PATH);
    return origin + (pathname.endsWith(PATH) ? pathname.slice(0, -PATH.length) : pathname);
  } catch {
    return location;
  }
}
