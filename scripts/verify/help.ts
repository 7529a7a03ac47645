import type { Check } from './check';
import { VARIABLES } from './credentials';
import { TEXTS } from './texts';

/** `--help` */
export function helpLines(checks: readonly Pick<Check, 'id' | 'title'>[]): string[] {
  return [
    TEXTS.usage,
    '',
    TEXTS.about,
    '',
    TEXTS.optionsHeading,
    ...table(Object.entries(TEXTS.options)),
    '',
    TEXTS.variablesHeading,
    ...table(Object.entries(VARIABLES)),
    '',
    TEXTS.checksHeading,
    ...table(checks.map(({ id, title }) => [id, title])),
    '',
    TEXTS.exit,
  ];
}

function table(rows: ReadonlyArray<readonly [string, string]>): string[] {
  const width = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.map(([name, text]) => `  ${name.padEnd(width)}${text}`);
}
