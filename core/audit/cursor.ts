import { InvalidInputError } from '../shared/errors';

/** In which order entries are read. */
export type Order = 'newest-first' | 'oldest-first';

/** A place between entries: behind the entry with this time and ID, in whatever order they are read. */
export interface Position {
  /** In milliseconds since the epoch. */
  readonly at: number;
  /** Empty where a day begins, or where reading backwards comes to its end. No entry has an empty ID. */
  readonly id: string;
}

/** Where to go on, and by what the one who reads on can show that they may. */
export interface Cursor {
  readonly position: Position;
  /** The ID of a reading grant. */
  readonly grantId?: string;
}

const LETTERS: Readonly<Record<Order, string>> = { 'newest-first': 'n', 'oldest-first': 'o' };
/** Nine digits of base 36 go beyond the year 5000, and are times that a `Date` can hold. */
const FORM = /^([no])\.(0|[1-9a-z][0-9a-z]{0,8})\.([A-Za-z0-9_-]{0,64})(?:\.([A-Za-z0-9_-]{1,64}))?$/;

/** A cursor as text that can stand in an address as it is. */
export function writeCursor(order: Order, { position: { at, id }, grantId }: Cursor): string {
  return [LETTERS[order], at.toString(36), id, ...(grantId === undefined ? [] : [grantId])].join('.');
}

/**
 * Reads a cursor that comes from a client. It stands for a place and nothing else: which entries are wanted is asked for
 * anew with every part.
 *
 * @throws InvalidInputError for anything that is not a cursor of this order
 */
export function readCursor(order: Order, text: string): Cursor {
  const [all, letter, at, id, grantId] = FORM.exec(text) ?? [];
  if (all === undefined || letter !== LETTERS[order]) {
    throw new InvalidInputError('cursor', 'not-allowed');
  }
  return { position: { at: parseInt(at, 36), id }, grantId };
}
