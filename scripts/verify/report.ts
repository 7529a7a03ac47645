import type { Result } from './run';
import { TEXTS } from './texts';

/** What a whole run is about and how it ended, as it is printed for pipelines. */
export interface Report {
  readonly url: string;
  /** The version of the workspace. */
  readonly workspace: string;
  /** The version of the app; absent where the one who ends sessions may not see it. */
  readonly app?: string;
  readonly caller: string;
  readonly testPerson: string;
  readonly startedAt: string;
  readonly held: number;
  readonly failed: number;
  readonly notTried: number;
  /** What was made and could not be taken back. */
  readonly left: readonly string[];
  readonly checks: readonly Result[];
}

const MARKS = { held: '✔', failed: '✘', 'not-tried': '–' } as const;

/** That one check is over. */
export function progressLine({ id, result }: Result): string {
  return `  ${MARKS[result]} ${id}`;
}

/** One check in a line, and below it what has to be known of it. */
function resultLines(result: Result): string[] {
  const line = `  ${MARKS[result.result]} ${result.title}`;
  switch (result.result) {
    case 'held':
      return [result.note === undefined ? line : `${line} (${result.note})`];
    case 'failed':
      return [
        `${line} [${result.id}]`,
        `      ${TEXTS.expected}: ${result.expected}`,
        `      ${TEXTS.saw}: ${result.saw}`,
      ];
    case 'not-tried':
      return [line, `      ${result.why}`];
  }
}

/** The table at the end: every check in its group, and the sums. */
export function tableLines({ workspace, app, checks, held, failed, notTried, left }: Report): string[] {
  const groups = [...new Set(checks.map(groupOf))];
  return [
    ...groups.flatMap((group) => [
      '',
      group,
      ...checks.filter((check) => groupOf(check) === group).flatMap(resultLines),
    ]),
    '',
    TEXTS.versions(workspace, app),
    TEXTS.summary(held, failed, notTried),
    ...(left.length === 0 ? [TEXTS.allTakenBack] : leftLines(left)),
  ];
}

/** What could not be taken back; nothing where all was. */
export function leftLines(left: readonly string[]): string[] {
  return left.length === 0 ? [] : [TEXTS.left, ...left.map((what) => `  ${what}`)];
}

export function countOf(checks: readonly Result[], result: Result['result']): number {
  return checks.filter((check) => check.result === result).length;
}

function groupOf({ id }: Result): string {
  return id.split('.')[0];
}
