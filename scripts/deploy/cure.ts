import type { ServerInfo } from '../remote/server';

/** The first engine, and the first Rocket.Chat whose every release has it, in which the status defect is mended. */
const MENDED_ENGINE = [1, 57, 1];
const MENDED_RELEASE = [7, 13, 0];
/** From here on an update no longer cures it. */
const HARDER_ENGINE = [1, 47, 0];
const HARDER_RELEASE = [7, 0, 0];

/** What keeps the app from being switched off at a restart: nothing has to be done, a second upload, or a restart. */
export type Cure = 'none' | 'update' | 'restart';

/**
 * What has to follow, because a later save of a setting would otherwise store an outdated status, which switches the app
 * off at the next restart (`docs/admin.md`, "The app is off after a restart").
 *
 * Seen in the engines themselves: in 1.42 and 1.46 an update cures it; in 1.53 a save after an update stores that the app
 * is disabled, and only a restart before that save helps. The engine decides where the server says which one it has.
 * Otherwise the release does: Rocket.Chat 6 has engines up to 1.46, 7.12 came with 1.57.0 and 7.13 with 1.58.0 (its
 * release notes, "Engine versions"). In doubt a restart, which helps everywhere.
 */
export function cureFor({ release, engine }: ServerInfo): Cure {
  const isOlder = (engines: readonly number[], releases: readonly number[], inDoubt: boolean): boolean =>
    engine === undefined ? isBefore(release, releases, inDoubt) : isBefore(engine, engines, inDoubt);
  if (!isOlder(MENDED_ENGINE, MENDED_RELEASE, true)) {
    return 'none';
  }
  return isOlder(HARDER_ENGINE, HARDER_RELEASE, false) ? 'update' : 'restart';
}

/**
 * Also true for a release candidate of the limit.
 *
 * @param inDoubt for what is no version
 */
function isBefore(version: string, limit: readonly number[], inDoubt: boolean): boolean {
  const [matched, major, minor, patch = '0', rest = ''] = /^(\d+)\.(\d+)(?:\.(\d+))?(.*)$/.exec(version) ?? [];
  if (matched === undefined) {
    return inDoubt;
  }
  const numbers = [major, minor, patch].map(Number);
  const at = limit.findIndex((each, index) => numbers[index] !== each);
  return at === -1 ? rest.startsWith('-') : numbers[at] < limit[at];
}
