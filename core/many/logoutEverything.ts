import { authorizeCaller } from '../caller/authorizeCaller';
import { ReadRequest } from '../find/readSessions';
import { beginAttempt } from '../logout/attempt';
import { confirmSecondFactor } from '../logout/confirmSecondFactor';
import { EndingRequest } from '../logout/logoutSession';
import { VerifyPorts } from '../logout/verifyCaller';
import { toAppError } from '../shared/errors';
import { allGone } from './batch';
import { endLogins } from './endLogins';
import { endSessions } from './endSessions';
import { existingPerson, ExistingPerson } from './existingPerson';
import { ListedTargets, listedTargets } from './listedTargets';
import { LogoutAllPorts, PersonResult } from './logoutAll';
import { UsersApi } from './usersApi';
import { validatePerson } from './validatePerson';
import { wayToVerify } from './wayToVerify';

export type LogoutEverythingPorts = LogoutAllPorts & VerifyPorts & { readonly users: UsersApi };

const NOTHING_LISTED: ListedTargets = { targets: [], complete: false };

/**
 * Ends everything of one person, or refuses: all devices, logins of scripts, and personal access tokens. What survives
 * are the tokens of OAuth apps.
 *
 * Authorize, validate, look the person up, probe, confirm, let the workspace verify the code, list, record the intent,
 * look the person up again, `users.logout`, then the listed sessions one by one so that they leave the list, record the
 * outcome. Whether the caller may do this to others is for the workspace to say (`logout-other-user`).
 *
 * Works in every edition (`wayToVerify`). Without the licence for device management, or the permission for single
 * sessions, nothing is listed: the intent is recorded while the code is verified, and the workspace's next call is
 * `users.logout`. Nor is anything listed where a mailed code is used up by being verified, or where the caller may not list;
 * then the sessions stay in the workspace's list although their logins are ended.
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
    const way = await wayToVerify(caller, credential, input.secondFactor.method, settings, ports);
    attempt.probed(way.probe);
    const confirmed = confirmSecondFactor(caller, await turn, way.probe, settings);
    // With nothing to list, the workspace is asked nothing between the verification and what it is for.
    const storing = way.singleSessions ? undefined : attempt.storeIntent();
    const verified = await way.verify(confirmed);
    const reading = { confirmed, credential, address: settings };
    const { targets, complete } = way.singleSessions ? await listedIfPossible(person, reading, ports) : NOTHING_LISTED;
    attempt.about({ sessions: targets });
    const intent = await (storing ?? attempt.storeIntent());

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
