import { authorizeCaller } from '../caller/authorizeCaller';
import { FoundSessions } from '../find/foundSessions';
import { listSessions } from '../find/listSessions';
import { SessionRow } from '../logout/sessionRow';
import { matchesQuery } from '../find/matchesQuery';
import { parseCriteria } from '../find/criteria';
import { LogoutRequest, logoutSession } from '../logout/logoutSession';
import { probeSecondFactor } from '../logout/probeSecondFactor';
import { allGone, BatchResult } from '../many/batch';
import { logoutAll } from '../many/logoutAll';
import { logoutEverything } from '../many/logoutEverything';
import { logoutMany } from '../many/logoutMany';
import { AppError, toAppError } from '../shared/errors';
import { MAX_BATCH } from '../shared/limits';
import { Target, TargetResult } from '../shared/target';
import { ChatPorts } from './chatPorts';
import { ChatStep, questionOf } from './chatStep';
import { codeQuestionOf, PendingChoice, PendingSearch, PendingSession } from './pendingLogout';
import { recordFailures } from './recordFailures';
import { Choice, chosenOf, Listed, listedOf, Search } from './search';
import { stepOf } from './stepOf';

type BatchOver = Extract<ChatStep, { kind: 'batch-over' }>;

/** Who does a step, by what right, and with what in hand. */
export type StepRequest = Omit<LogoutRequest, 'body' | 'code'> & {
  readonly typed: NonNullable<LogoutRequest['typed']>;
};

/** Ends the one session that was named. @throws AppError as `logoutSession` does */
export async function endSession(pending: PendingSession, request: StepRequest, ports: ChatPorts): Promise<ChatStep> {
  const { sessionId, reason } = pending;
  await logoutSession({ ...request, body: { sessionId, reason } }, ports);
  return { kind: 'done', pending, at: ports.clock.now() };
}

/**
 * Looks for sessions, and offers them; or ends all of one person's, where that was asked for. Where the workspace says at
 * once that it has no licence to show single sessions, everything of the person is offered in their place.
 *
 * @throws AppError as `listSessions`, `logoutAll` and `logoutEverything` do
 */
export async function searchSessions(
  pending: PendingSearch,
  request: StepRequest,
  ports: ChatPorts,
): Promise<ChatStep> {
  const { search, reason, roomId, threadId, correlationId } = pending;
  const { person, what, criteria = { words: [] } } = search;
  if (person && what !== 'choose') {
    const asked = { ...request, body: { userId: person.id, reason } };
    const everything = what === 'everything';
    const { complete, ...batch } = await (everything ? logoutEverything : logoutAll)(asked, ports);
    if (!everything && batch.results.length === 0) {
      return { kind: 'none-found', pending, complete };
    }
    // Without a licence there is no list that anything could be left on.
    const cleared = complete || search.unlicensed === true;
    return { ...batchOver(pending, batch), complete: cleared, ...(everything && { everything }) };
  }
  const query = {
    ...parseCriteria(criteria, { now: ports.clock.now(), utcOffset: search.utcOffset }),
    userId: person?.id,
  };
  const wanted = async () => ({ query, matches: (row: SessionRow) => matchesQuery(row, query), target: person });
  let found: FoundSessions;
  try {
    found = await listSessions({ ...request, wanted }, ports);
  } catch (thrown) {
    const asked = pending.question !== undefined;
    if (person && !search.form && !asked && toAppError(thrown, 'error-internal').code === 'error-license-required') {
      return offerEverything({ ...pending, search: { ...search, person } }, request, ports);
    }
    throw thrown;
  }
  const { rows, complete, looked } = found;
  if (rows.length === 0) {
    return { kind: 'none-found', pending, complete };
  }
  const choice: Choice = { person, listed: rows.map(listedOf), complete, looked, all: false, chosen: [] };
  const next: PendingChoice = { choice, reason, roomId, threadId, correlationId };
  return { kind: 'found', pending: next, question: await questionForEnding(pending, request, ports) };
}

/**
 * Asks the workspace for its challenge to ending everything of a person, where nothing was asked yet: what is typed or
 * pressed in a dialog that asks whether to show sessions must never end everything.
 */
function offerEverything(pending: PendingSearch, request: StepRequest, ports: ChatPorts): Promise<ChatStep> {
  const search: Search = { ...pending.search, what: 'everything', unlicensed: true };
  const everything = { ...pending, search };
  const typed = { ...request.typed, text: undefined, confirmed: false };
  return stepOf(everything, request.caller, ports, () => searchSessions(everything, { ...request, typed }, ports));
}

/** Ends the sessions that were chosen, as many as one batch takes. @throws AppError as `logoutMany` does */
export async function endChosen(pending: PendingChoice, request: StepRequest, ports: ChatPorts): Promise<ChatStep> {
  const { choice, reason } = pending;
  const chosen = chosenOf(choice, request.caller.id);
  const known = chosen.slice(0, MAX_BATCH).map(targetOfListed);
  const body = { sessionIds: known.map(({ sessionId }) => sessionId), reason };
  const batch = await logoutMany({ ...request, body, known }, ports);
  const later = chosen.slice(MAX_BATCH).map((each): TargetResult => ({ ...targetOfListed(each), result: 'not-begun' }));
  return batchOver(pending, { ...batch, results: [...batch.results, ...later] });
}

/**
 * What will be asked when the choice is made. The codes of an authenticator app and passwords serve again; a mailed code
 * is used up, so another one is mailed now.
 */
async function questionForEnding(
  pending: PendingSearch,
  { caller, credential, via }: StepRequest,
  ports: ChatPorts,
): Promise<Extract<ChatStep, { kind: 'found' }>['question']> {
  const asked = codeQuestionOf(pending);
  if (asked?.method !== 'email') {
    return asked ? { ...asked, failures: 0 } : 'confirm';
  }
  return recordFailures(caller, via, pending, ports, async () => {
    const [allowed, settings] = await Promise.all([authorizeCaller(caller, ports), ports.settings.logout()]);
    const { challenge } = await probeSecondFactor(allowed, credential, 'email', settings, ports);
    if (!challenge) {
      throw new AppError('error-2fa-not-enforced');
    }
    return questionOf(challenge, 0);
  });
}

/** What is over, with what is left to try again. */
function batchOver(pending: PendingSearch | PendingChoice, batch: BatchResult): BatchOver {
  if (allGone(batch)) {
    return { kind: 'batch-over', pending, batch };
  }
  const { reason, roomId, threadId, correlationId } = pending;
  // A mailed code is used up by now; any other answers the same question again.
  const question = codeQuestionOf(pending)?.method === 'email' ? undefined : pending.question;
  const { person } = 'search' in pending ? pending.search : pending.choice;
  const known = new Map('choice' in pending ? pending.choice.listed.map((each) => [each.sessionId, each]) : []);
  const listed = batch.results
    .filter(({ result }) => result !== 'ended' && result !== 'already-gone')
    .map((target): Listed => known.get(target.sessionId) ?? withoutResult(target));
  const choice: Choice = { person, listed, complete: true, looked: listed.length, all: true, chosen: [] };
  return { kind: 'batch-over', pending: { choice, reason, roomId, threadId, correlationId, question }, batch };
}

/** A session as the record is to know it. */
function targetOfListed({ sessionId, userId, username, device }: Listed): Target {
  return { sessionId, userId, username, device };
}

/** A session as a batch knows it: its device in one text, and not when it logged in. */
function withoutResult({ sessionId, userId, username, device }: TargetResult): Listed {
  return { sessionId, userId, username, device, client: device };
}
