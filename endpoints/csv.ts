import { RecordedEntry } from '../core/audit/auditEntry';
import { recordFields } from './recordFields';

type Fields = ReturnType<typeof recordFields>;

type Cell = string | number | undefined;

/** The columns and what is in them, from left to right. Programs find a column by its name, and new ones come last. */
const COLUMNS: ReadonlyArray<readonly [name: string, cellOf: (fields: Fields) => Cell]> = [
  ['time', ({ time }) => time],
  ['id', ({ id }) => id],
  ['requestId', ({ requestId }) => requestId],
  ['action', ({ action }) => action],
  ['via', ({ via }) => via],
  ['callerId', ({ caller }) => caller.id],
  ['callerUsername', ({ caller }) => caller.username],
  ['callerRoles', ({ caller }) => caller.roles.join(' ')],
  ['sessionId', ({ sessionId }) => sessionId],
  ['targetId', ({ target }) => target?.id],
  ['targetUsername', ({ target }) => target?.username],
  ['device', ({ device }) => device],
  ['otherAccountId', ({ otherAccount }) => otherAccount?.id],
  ['otherAccountUsername', ({ otherAccount }) => otherAccount?.username],
  ['reason', ({ reason }) => reason],
  ['result', ({ result }) => result],
  ['workspaceStatus', ({ workspaceStatus }) => workspaceStatus],
  ['secondFactor', ({ secondFactor }) => secondFactor],
  ['durationMs', ({ durationMs }) => durationMs],
  ['times', ({ times }) => times],
  ['sessions', ({ sessions }) => sessions && JSON.stringify(sessions)],
];

/** What spreadsheet programs take for the beginning of a formula, or skip to look for one (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

export const CSV_HEADER = rowOf(COLUMNS.map(([name]) => name));

/** An entry as one row of RFC 4180, with its end of line; the sessions of a batch are JSON in one cell. */
export function csvRow(entry: RecordedEntry): string {
  const fields = recordFields(entry);
  return rowOf(COLUMNS.map(([, cellOf]) => cellOf(fields)));
}

function rowOf(cells: readonly Cell[]): string {
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: Cell): string {
  const text = harmless(value === undefined ? '' : String(value));
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

/** A cell that a spreadsheet program would take for a formula gets an apostrophe before it, which makes it text. */
function harmless(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}
