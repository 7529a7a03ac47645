import { authorizeCaller } from '../caller/authorizeCaller';
import { beginAttempt } from '../logout/attempt';
import { confirmSecondFactor } from '../logout/confirmSecondFactor';
import { probeLicensed } from '../logout/licence';
import { EndingRequest, LogoutPorts } from '../logout/logoutSession';
import { Target } from '../shared/target';
import { BatchResult } from './batch';
import { endSessions, finishBatch } from './endSessions';
import { refuseMailedCodes } from './refuseMailedCodes';
import { validateBatch } from './validateBatch';

/** A request to end several sessions, by their IDs: `body` has `sessionIds` and, optionally, `reason`. */
export interface BatchRequest extends EndingRequest {
  /** What the app itself has listed about them, for the record and the answer. */
  readonly known?: readonly Target[];
}

/**
 * Ends up to `MAX_BATCH` sessions for an authenticated caller, or refuses: authorize, validate, probe (and meanwhile
 * record the intent with every session), confirm, end them (each after a look at whose it is, where that is not known),
 * record the outcome. One code does for all.
 *
 * Guarantees for each session what `logoutSession` guarantees for one.
 *
 * @returns one result per session, as soon as the workspace was asked to end the first and did not refuse
 * @throws AppError whatever went wrong before that; nothing was changed, unless it is `error-outcome-unknown`.
 *   `error-one-code-per-session` when mailed codes would be needed, one for each
 */
export async function logoutMany(request: BatchRequest, ports: LogoutPorts): Promise<BatchResult> {
  const { credential, correlationId, via } = request;
  const attempt = beginAttempt(request.caller, { action: 'logout-many', via, correlationId }, ports);
  try {
    const caller = await authorizeCaller(request.caller, ports);
    const settings = await ports.settings.logout();
    const input = validateBatch(request.body, request.code, request.method);
    const targets = targetsOf(input.sessionIds, request.known ?? []);
    const person = onePersonOf(targets);
    attempt.about({
      reason: input.reason,
      sessions: targets,
      targetId: person.userId,
      targetUsername: person.username,
    });
    refuseMailedCodes(credential, input.secondFactor.method, targets.length);

    const storing = attempt.storeIntent(); // while the probe runs
    const brought = { given: input.secondFactor, typed: request.typed };
    const turn = attempt.takeTurn(brought);
    const probe = await probeLicensed(caller, credential, brought, settings, ports);
    attempt.probed(probe);
    refuseMailedCodes(credential, probe.challenge?.method, targets.length, probe.workspaceStatus);
    const confirmed = confirmSecondFactor(caller, await turn, probe, settings);
    const intent = await storing;
    attempt.sending();
    const run = await endSessions(targets, { confirmed, intent, credential, workspace: settings }, attempt, ports);
    attempt.found(onePersonOf(run.batch.results));
    return await finishBatch(run, attempt);
  } catch (thrown) {
    throw await attempt.failed(thrown);
  }
}

function targetsOf(sessionIds: readonly string[], known: readonly Target[]): readonly Target[] {
  const byId = new Map(known.map((target) => [target.sessionId, target]));
  return sessionIds.map((sessionId) => byId.get(sessionId) ?? { sessionId });
}

/** Whose sessions they are, if all are known to be one person's. */
function onePersonOf([first, ...others]: readonly Target[]): Pick<Target, 'userId' | 'username'> {
  const one = first.userId !== undefined && others.every(({ userId }) => userId === first.userId);
  return one ? { userId: first.userId, username: first.username } : {};
}
