import { Cursor, Order, Position, readCursor, writeCursor } from '../audit/cursor';
import { DaysPorts } from '../audit/readDays';
import { RecordQuery } from '../audit/recordQuery';
import { AuditorPorts, authorizeAuditor } from '../caller/authorizeAuditor';
import { AuthorizedCaller } from '../caller/authorizeCaller';
import { Attempt, AttemptPorts, beginAttempt } from '../logout/attempt';
import { EndingRequest } from '../logout/logoutSession';
import { validSecondFactor } from '../logout/validateLogout';
import { VerifyPorts } from '../logout/verifyCaller';
import { SecondFactor } from '../shared/secondFactor';
import { LogoutSettings } from '../shared/settings';
import { confirmCaller } from './confirmCaller';
import { describeQuery } from './describeQuery';
import { giveGrant, GrantPorts, readOnUntil, useGrant } from './readingGrant';

/** Who wants to read the record: nothing in it has been checked but who the caller is. */
export type ReadingRequest = Omit<EndingRequest, 'body'>;

/** What every reading of the record says. */
export interface Wanted {
  readonly query: RecordQuery;
  /** As the part before gave it; the query must be the same, or a code is needed again. */
  readonly cursor?: string;
}

export type ReadingPorts = AuditorPorts & VerifyPorts & AttemptPorts & DaysPorts & GrantPorts;

/** One way to read the record. */
export interface WayToRead<W extends Wanted, Part> {
  readonly order: Order;
  /** Reads what is wanted. Called once the caller is known to be allowed. @throws InvalidInputError */
  wanted(): W;
  read(wanted: W, after: Position | undefined): Promise<Part & { readonly next?: Position }>;
}

/**
 * Reads a part of the record for an authenticated caller, or refuses: authorize, validate, probe, confirm, verify, read,
 * record that it was read.
 *
 * Guarantees that nothing is read before every check is passed, and that every way it can end is recorded: what cannot
 * be recorded is not shown. A verified code is good for the parts that follow, for `READ_ON_MINUTES`: each part's cursor
 * holds a grant for the next one, used up by it. Role and account are checked for every part.
 *
 * @returns the part, with the cursor of the next one
 * @throws AppError whatever went wrong
 */
export async function guardedReading<W extends Wanted, Part>(
  request: ReadingRequest,
  way: WayToRead<W, Part>,
  ports: ReadingPorts,
): Promise<Omit<Part, 'next'> & { readonly next?: string }> {
  const { order } = way;
  const { correlationId, via } = request;
  const attempt = beginAttempt(request.caller, { action: 'read-log', via, correlationId }, ports);
  try {
    const caller = await authorizeAuditor(request.caller, ports);
    const settings = await ports.settings.logout();
    const given = validSecondFactor(request.code, request.method);
    const wanted = way.wanted();
    const { position, grantId }: Partial<Cursor> = wanted.cursor === undefined ? {} : readCursor(order, wanted.cursor);
    attempt.about({ reason: describeQuery(order, wanted.query) });

    const scope = JSON.stringify([order, wanted.query]);
    const granted = grantId === undefined ? undefined : await useGrant(caller, scope, grantId, ports);
    const until = granted ?? (await verified(caller, given, { request, settings, attempt }, ports));
    const { next, ...part } = await way.read(wanted, position);
    await attempt.doneAtOnce({ result: 'done' });
    const cursor = async (behind: Position): Promise<string> => {
      const nextGrant = until === undefined ? undefined : await giveGrant(caller, scope, until, ports);
      return writeCursor(order, { position: behind, grantId: nextGrant });
    };
    return { ...part, next: next && (await cursor(next)) };
  } catch (thrown) {
    throw await attempt.failed(thrown);
  }
}

/**
 * Makes sure of the second factor for this reading.
 *
 * @returns until when it is good for reading on; undefined where the workspace asks for none and the admin allows that
 * @throws AppError when it is not in hand, or not right
 */
async function verified(
  caller: AuthorizedCaller,
  given: SecondFactor,
  about: { readonly request: ReadingRequest; readonly settings: LogoutSettings; readonly attempt: Attempt },
  ports: ReadingPorts,
): Promise<number | undefined> {
  const { request, settings, attempt } = about;
  const { askedFor } = await confirmCaller(caller, given, request, settings, attempt, ports);
  return askedFor === undefined ? undefined : readOnUntil(ports);
}
