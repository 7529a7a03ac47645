import { SessionRow } from '../logout/sessionRow';

/**
 * Whether a row of one person fits the workspace's own search text, where the workspace was asked for that person's ID
 * in its place: part of the client, its type, the system and the IDs, written without separators
 * (apps/meteor/app/statistics/server/lib/SAUMonitor.ts), or part of their username or name. Capitals do not matter. A
 * nickname, which the workspace also looks at, is not in its rows.
 */
export function matchesFilter({ device, sessionId, userId, username, name }: SessionRow, filter: string): boolean {
  const { name: client = '', type = '', os = '' } = device ?? {};
  const texts = [`${client}${type}${os}${sessionId}${userId}`, username ?? '', name ?? ''];
  return texts.some((text) => text.toLowerCase().includes(filter.toLowerCase()));
}
