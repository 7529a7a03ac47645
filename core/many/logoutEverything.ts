import { authorizeCaller } from '../caller/authorizeCaller';
import { ReadRequest } from '../find/readSessions';
import { beginAttempt } from '../logout/attempt';
import { confirmSecondFactor } from '../logout/confirmSecondFactor';
import { EndingRequest } from '../logout/logoutSession';
import { probeSecondFactor } from '../logout/probeSecondFactor';
import { verifySecondFactor } from '../logout/verifySecondFactor';
import { toAppError } from '../shared/errors';
import { allGone } from './batch';
import { endLogins } from './endLogins';
import { endSessions } from './endSessions';
import { existingPerson, ExistingPerson } from './existingPerson';
import { ListedTargets, listedTargets } from './listedTargets';
import { LogoutAllPorts, PersonResult } from './logoutAll';
import { UsersApi } from './usersApi';
import { validatePerson } from './validatePerson';

export type LogoutEverythingPorts = LogoutAllPorts & { readonly users: UsersApi };

const NOTHING_LISTED: ListedTargets = { targets: [], complete: false };

/**
 * Ends everything of one person, or refuses: all devices, logins of scripts, and personal access tokens. What survives
 * are the tokens of OAuth apps.
 *
 * Authorize, validate, look the person up, probe, confirm, let the workspace verify the code, list, record the intent,
 * look the person up again, `users.logout`, then the listed sessions one by one so that they leave the list, record the
 * outcome. Whether the caller may do this to others is for the workspace to say (`logout-other-user`).
 *
 * Where a mailed code is used up by being verified, and where the caller may not list, nothing is listed and the
 * sessions stay in the workspace's list although their logins are ended.
 *
 * @param request `body` has `userId` or `username`, and optionally `reason`
 * @returns once every login of the person is ended; the results are about the list alone
 * @throws AppError as `logoutSession` does; `error-user-not-found`; `error-unauthorized` also without `logout-other-user`
 */
export async function logoutEverything(request: EndingRequest, ports: LogoutEverythingPorts): Promise<PersonResult> {
  const { credential, correlationId, via } = request;
  const attempt = beginAttempt(request.caller, { action: 'logout-everything', via, correlationId }, ports);
  try {
    const caller = await authorizeCaller(request.caller, ports);
    const settings = await ports.settings.logout();
    const input = validatePerson(request.body, request.code, request.method);
    attempt.about({ reason: input.reason });
    const person = await existingPerson(input.named, ports);
    attempt.about({ targetId: person.id, targetUsername: person.username });

    const turn = attempt.takeTurn({ given: input.secondFactor, typed: request.typed }); // while the probe runs
    const probe = await probeSecondFactor(caller, credential, input.secondFactor.method, settings, ports);
    attempt.probed(probe);
    const confirmed = confirmSecondFactor(caller, await turn, probe, settings);
    const verified = await verifySecondFactor(confirmed, credential, settings, ports);
    const { targets, complete } = await listedIfPossible(person, { confirmed, credential, address: settings }, ports);
    attempt.about({ sessions: targets });
    const intent = await attempt.storeIntent();

    const still = await existingPerson({ userId: person.id }, ports);
    const { workspaceUrl } = settings;
    const call = { workspaceUrl, credential, timeoutMs: ports.budget.limit(settings.timeoutMs) };
    attempt.sending();
    const workspaceStatus = await endLogins(still, verified, intent, call, ports.users);
    const { batch, outcomes } = await endSessions(
      targets,
      { confirmed, intent, credential, workspace: settings },
      attempt,
      ports,
    );
    const result = allGone(batch) ? 'done' : 'partly-done';
    await attempt.done({ result, workspaceStatus, sessions: outcomes });
    return { ...batch, person, complete };
  } catch (thrown) {
    throw await attempt.failed(thrown);
  }
}

async function listedIfPossible(
  person: ExistingPerson,
  request: Omit<ReadRequest, 'query'>,
  ports: LogoutEverythingPorts,
): Promise<ListedTargets> {
  if (request.credential.kind === 'access-token' && request.confirmed.askedFor === 'email') {
    return NOTHING_LISTED;
  }
  try {
    return await listedTargets(person, request, ports);
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    if (error.code === 'error-unauthorized') {
      return NOTHING_LISTED;
    }
    throw error;
  }
}
