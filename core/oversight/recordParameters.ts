import { RecordQuery } from '../audit/recordQuery';
import { momentOf } from '../find/moment';
import { parameterTexts } from '../find/parameterTexts';
import { InvalidInputError, RecordParameter } from '../shared/errors';
import { MAX_PAGE_ENTRIES } from '../shared/limits';
import { WantedPage } from './readRecord';

const DEFAULT_LIMIT = 50;
const DAY_MS = 86_400_000;
/** A day is written with a year of four digits, also after some zone was taken off. */
const TOO_LATE = Date.UTC(9999, 0, 1);
const DAY_FORM = /^\d{4}-\d\d-\d\d$/;
/** Of what `momentOf` reads, only dates and times: a program means a moment that stays. */
const TIME_FORM = /^\d{4}-/;
/** Every result there is, and the form of those that there may be: an error of an older version stays in the record. */
const RESULT_FORM =
  /^(done|partly-done|cancelled|failed|unknown|invalid-params|totp-[a-z-]{1,40}|error-[a-z0-9-]{1,60})$/;
const PAGE_PARAMETERS = ['from', 'to', 'caller', 'user', 'result', 'limit', 'cursor'] as const;
const EXPORT_PARAMETERS = ['from', 'to', 'format', 'cursor'] as const;

export type ExportFormat = 'ndjson' | 'csv';

export interface ExportParameters {
  readonly query: Pick<RecordQuery, 'from' | 'to'>;
  readonly format: ExportFormat;
  readonly cursor?: string;
}

/**
 * Reads the query of `GET audit`.
 *
 * @param query names and values, as the host decoded them
 * @throws InvalidInputError naming the parameter, or `query` for one that does not exist
 */
export function parsePageParameters(query: unknown): WantedPage {
  const text = parameterTexts<RecordParameter>(query, PAGE_PARAMETERS);
  return {
    query: {
      ...rangeOf(text('from'), text('to')),
      caller: personOf(text('caller'), 'caller'),
      user: personOf(text('user'), 'user'),
      result: matching(text('result'), 'result', RESULT_FORM),
    },
    limit: limitOf(text('limit')),
    cursor: text('cursor') || undefined,
  };
}

/**
 * Reads the query of `GET audit.ndjson`.
 *
 * @param query names and values, as the host decoded them
 * @throws InvalidInputError naming the parameter, or `query` for one that does not exist
 */
export function parseExportParameters(query: unknown): ExportParameters {
  const text = parameterTexts<RecordParameter>(query, EXPORT_PARAMETERS);
  return {
    query: rangeOf(text('from'), text('to')),
    format: matching(text('format'), 'format', /^(ndjson|csv)$/) === 'csv' ? 'csv' : 'ndjson',
    cursor: text('cursor') || undefined,
  };
}

/** From a moment to another: of a day, its beginning is meant and its end. */
function rangeOf(first: string | undefined, last: string | undefined): Pick<RecordQuery, 'from' | 'to'> {
  const from = timeOf(first, 'from');
  const until = timeOf(last, 'to');
  const to = until !== undefined && DAY_FORM.test(last ?? '') ? until + DAY_MS : until;
  if (from !== undefined && to !== undefined && from >= to) {
    throw new InvalidInputError('to', 'not-allowed');
  }
  return { from, to };
}

function timeOf(text: string | undefined, name: RecordParameter): number | undefined {
  if (text === undefined) {
    return undefined;
  }
  const moment = TIME_FORM.test(text) ? momentOf(text, { now: 0, utcOffset: 0 }) : undefined;
  if (moment === undefined || moment < 0 || moment >= TOO_LATE) {
    throw new InvalidInputError(name, 'not-allowed');
  }
  return moment;
}

/** A username or user ID. People write `@` before names. */
function personOf(text: string | undefined, name: RecordParameter): string | undefined {
  const person = text?.trim().replace(/^@/, '');
  if (person === '') {
    throw new InvalidInputError(name, 'not-allowed');
  }
  return person;
}

function matching(text: string | undefined, name: RecordParameter, form: RegExp): string | undefined {
  if (text !== undefined && !form.test(text)) {
    throw new InvalidInputError(name, 'not-allowed');
  }
  return text;
}

function limitOf(text: string | undefined): number {
  const limit = text === undefined ? DEFAULT_LIMIT : /^\d{1,3}$/.test(text) ? Number(text) : NaN;
  if (!(limit >= 1 && limit <= MAX_PAGE_ENTRIES)) {
    throw new InvalidInputError('limit', 'not-allowed');
  }
  return limit;
}
