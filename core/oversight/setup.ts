/** The parts of a set-up that can be checked, and what can be found of each. */
export const FINDINGS = {
  settings: ['ok', 'unreadable'],
  workspace: ['ok', 'unreachable', 'slow', 'no-workspace', 'unknown'],
  site: ['ok', 'unreachable', 'not-from-here', 'elsewhere', 'unknown'],
  licence: ['ok', 'none', 'unknown'],
  permission: ['ok', 'missing', 'unknown'],
  'second-factor': ['ok', 'not-demanded', 'not-demanded-allowed', 'none-set-up', 'unknown'],
  'oauth-client': ['ok', 'missing', 'disabled', 'elsewhere', 'unknown'],
  room: ['ok', 'none', 'missing', 'archived', 'read-only', 'unknown'],
  retention: ['ok', 'for-good', 'not-yet', 'late', 'failed', 'unknown'],
} as const;

export type SetupPart = keyof typeof FINDINGS;
export type Finding<Part extends SetupPart> = (typeof FINDINGS)[Part][number];

/** Whether a part is in order; `unknown` where it could not be looked at. */
export type PartState = 'ok' | 'problem' | 'unknown';

export type SetupCheck = {
  [Part in SetupPart]: { readonly part: Part; readonly finding: Finding<Part>; readonly state: PartState };
}[SetupPart];

/** Findings with which nothing has to be done. */
const IN_ORDER: readonly string[] = ['ok', 'none', 'for-good', 'not-yet', 'not-demanded-allowed'];
/** Findings that say nothing for certain. */
const UNCERTAIN: readonly string[] = ['unknown', 'not-from-here'];
/** These are about the person who looks, and not about the app. */
const OF_THE_CALLER: readonly SetupPart[] = ['permission', 'second-factor'];

/** What was found of a part, with what it means. */
export function checked<Part extends SetupPart>(part: Part, finding: Finding<Part>): SetupCheck {
  const state: PartState = UNCERTAIN.includes(finding) ? 'unknown' : IN_ORDER.includes(finding) ? 'ok' : 'problem';
  return { part, finding, state } as SetupCheck;
}

/** Whether the app as such works: what only the person who looks is missing does not count. */
export function isUp(checks: readonly SetupCheck[]): boolean {
  return !checks.some(({ part, state }) => state === 'problem' && !OF_THE_CALLER.includes(part));
}
