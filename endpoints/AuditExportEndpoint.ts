import { EngineCall } from '../adapters/engineCall';
import { readingPorts } from '../adapters/ports';
import { RecordedEntry } from '../core/audit/auditEntry';
import { exportRecord, WantedExport } from '../core/oversight/exportRecord';
import { ExportFormat, parseExportParameters } from '../core/oversight/recordParameters';
import { Asked, LookingEndpoint, Said } from './CallerEndpoint';
import { CSV_HEADER, csvRow } from './csv';
import { recordFields } from './recordFields';

interface Format {
  readonly type: string;
  /** What the first part begins with. */
  readonly header: string;
  /** With its end of line. */
  readonly lineOf: (entry: RecordedEntry) => string;
}

const FORMATS: Readonly<Record<ExportFormat, Format>> = {
  ndjson: {
    type: 'application/x-ndjson',
    header: '',
    lineOf: (entry) => `${JSON.stringify(recordFields(entry))}\n`,
  },
  csv: { type: 'text/csv; charset=utf-8', header: CSV_HEADER, lineOf: csvRow },
};

/**
 * `GET audit.ndjson`: the record, oldest first, one line for each entry.
 *
 * The engine takes one value for an answer and waits 30 s for it, so a long record comes in parts. Each names the next
 * one in a header, so that the parts can be put one behind the other as they are.
 */
export class AuditExportEndpoint extends LookingEndpoint {
  public path = 'audit.ndjson';
  protected readonly event = 'read-log';

  protected async reply(asked: Asked, call: EngineCall): Promise<Said> {
    // Read anew for the answer: the first time must not come before the caller's role is checked.
    const parameters = () => parseExportParameters(asked.parameters);
    const wanted = (): WantedExport => {
      const { query, cursor, format } = parameters();
      return { query, cursor, lineOf: FORMATS[format].lineOf };
    };
    const { lines, next } = await exportRecord({ ...asked, wanted }, readingPorts(call));
    const { format, cursor } = parameters();
    const { type, header } = FORMATS[format];
    return {
      result: 'done',
      content: (cursor === undefined ? header : '') + lines.join(''),
      headers: { 'Content-Type': type, ...(next !== undefined && { 'X-Next-Cursor': next }) },
    };
  }
}
