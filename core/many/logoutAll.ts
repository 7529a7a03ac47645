import { authorizeCaller } from '../caller/authorizeCaller';
import { ReadPorts } from '../find/readSessions';
import { beginAttempt } from '../logout/attempt';
import { confirmSecondFactor } from '../logout/confirmSecondFactor';
import { probeLicensed } from '../logout/licence';
import { EndingRequest, LogoutPorts } from '../logout/logoutSession';
import { InvalidInputError } from '../shared/errors';
import { Target } from '../shared/target';
import { BatchResult } from './batch';
import { endSessions, finishBatch } from './endSessions';
import { existingPerson, ExistingPerson, PersonPorts } from './existingPerson';
import { listedTargets } from './listedTargets';
import { refuseMailedCodes } from './refuseMailedCodes';
import { validatePerson } from './validatePerson';

export type LogoutAllPorts = LogoutPorts & ReadPorts & PersonPorts;

/** How a batch about one person ended. */
export interface PersonResult extends BatchResult {
  readonly person: ExistingPerson;
  /** Whether the workspace's list was read to its end: otherwise there may be more sessions. */
  readonly complete: boolean;
}

/** Listing, then at least one logout. */
const LEAST_CALLS = 2;

/**
 * Ends all sessions of one person that the workspace lists, or all but some, or refuses: authorize, validate, look the
 * person up, probe, confirm, list, record the intent with every session, end them, record the outcome. One code does for
 * all of it; the list is read under the batch's User-Agent, so the workspace verifies the code before anything ends.
 *
 * Only sessions of exactly this person are ended; the caller's own only if they are this person. A list that could not
 * be read to its end is worked off as far as it is known, and the result says so.
 *
 * @param request `body` has `userId` or `username`, and optionally `except` and `reason`
 * @throws AppError as `logoutMany` does; `error-user-not-found`; `invalid-params` for an exception that is not listed,
 *   since a login can have several session IDs, and one that is not in the list could not be kept
 */
export async function logoutAll(request: EndingRequest, ports: LogoutAllPorts): Promise<PersonResult> {
  const { credential, correlationId, via } = request;
  const attempt = beginAttempt(request.caller, { action: 'logout-all', via, correlationId }, ports);
  try {
    const caller = await authorizeCaller(request.caller, ports);
    const settings = await ports.settings.logout();
    const input = validatePerson(request.body, request.code, request.method, ['except']);
    attempt.about({ reason: input.reason });
    const person = await existingPerson(input.named, ports);
    attempt.about({ targetId: person.id, targetUsername: person.username });
    refuseMailedCodes(credential, input.secondFactor.method, LEAST_CALLS);

    const brought = { given: input.secondFactor, typed: request.typed };
    const turn = attempt.takeTurn(brought); // while the probe runs
    const probe = await probeLicensed(caller, credential, brought, settings, ports);
    attempt.probed(probe);
    refuseMailedCodes(credential, probe.challenge?.method, LEAST_CALLS, probe.workspaceStatus);
    const confirmed = confirmSecondFactor(caller, await turn, probe, settings);
    const listed = await listedTargets(person, { confirmed, credential, address: settings }, ports);
    const targets = without(listed.targets, input.except);
    attempt.about({ sessions: targets });
    const intent = await attempt.storeIntent();
    attempt.sending();
    const run = await endSessions(targets, { confirmed, intent, credential, workspace: settings }, attempt, ports);
    return { ...(await finishBatch(run, attempt)), person, complete: listed.complete };
  } catch (thrown) {
    throw await attempt.failed(thrown);
  }
}

/** @throws InvalidInputError for an exception that is not among them */
function without(targets: readonly Target[], except: readonly string[]): readonly Target[] {
  const listed = new Set(targets.map(({ sessionId }) => sessionId));
  if (!except.every((sessionId) => listed.has(sessionId))) {
    throw new InvalidInputError('except', 'not-listed');
  }
  return targets.filter(({ sessionId }) => !except.includes(sessionId));
}
