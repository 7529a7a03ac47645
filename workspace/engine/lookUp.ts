import type { WorkspaceStore } from '../store';

/**
 * One document by the value of a field, as a server's database driver finds it.
 *
 * Up to 7.x the driver leaves out of a query what is `undefined` (`ignoreUndefined`, Meteor's default): no condition is
 * left, and the first document of the collection is found. Measured on 6.5.3. Since Rocket.Chat pull request 31497
 * (`apps/meteor/packages/rocketchat-mongo-config/server/index.js`) `undefined` is sent as `null`, which finds nothing.
 * An app in a Deno process never gets as far: its `undefined` has become `null` on the way to the server.
 *
 * @param value what the app or the client gave, whatever its type says
 */
export function lookUp<T>(
  { version }: WorkspaceStore,
  value: string | undefined,
  find: (value: string) => T | undefined,
  all: () => readonly T[],
): T | undefined {
  if (typeof value === 'string') {
    return find(value);
  }
  return value === undefined && version === '6.5' ? all()[0] : undefined;
}
