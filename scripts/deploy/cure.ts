import type { ServerInfo } from '../remote/server';

/** The first engine, and the first Rocket.Chat whose every release has it, in which the status defect is mended. */
const MENDED_ENGINE = [1, 57, 1];
const MENDED_RELEASE = [7, 13, 0];

/**
 * Whether a fresh install has to be followed by an update, because a later save of a setting would otherwise store an
 * outdated status, which switches the app off at the next restart (`docs/admin.md`, "The app is off after a restart").
 *
 * The engine decides where the server says which one it has. Otherwise the release does: Rocket.Chat 7.12 came with
 * engine 1.57.0 and 7.13 with 1.58.0 (its release notes, "Engine versions"). In doubt yes: an update harms nothing.
 */
export function needsCure({ release, engine }: ServerInfo): boolean {
  return engine === undefined ? isBefore(release, MENDED_RELEASE) : isBefore(engine, MENDED_ENGINE);
}

/** Also true for what is no version, and for a release candidate of the first good one. */
function isBefore(version: string, limit: readonly number[]): boolean {
  const [, major, minor, patch = '0', rest = ''] = /^(\d+)\.(\d+)(?:\.(\d+))?(.*)$/.exec(version) ?? [];
  const numbers = [major, minor, patch].map(Number);
  const at = limit.findIndex((each, index) => numbers[index] !== each);
  return at === -1 ? rest.startsWith('-') : !(numbers[at] > limit[at]);
}
