import { Order } from '../audit/cursor';
import { RecordQuery } from '../audit/recordQuery';

/** What was asked of the record, for the record: written as in an address, so that no value can pass for another. */
export function describeQuery(order: Order, { from, to, caller, user, person, result }: RecordQuery): string {
  const named: ReadonlyArray<readonly [string, string | undefined]> = [
    ['order', order],
    ['from', timeOf(from)],
    ['to', timeOf(to)],
    ['caller', caller],
    ['user', user],
    ['person', person],
    ['result', result],
  ];
  return named
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${encodeURIComponent(String(value)).replace(/%3A/g, ':')}`)
    .join('&');
}

function timeOf(moment: number | undefined): string | undefined {
  return moment === undefined ? undefined : new Date(moment).toISOString();
}
