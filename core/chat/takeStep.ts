import { Via } from '../audit/auditEntry';
import { authorizeCaller } from '../caller/authorizeCaller';
import { Caller } from '../caller/caller';
import { currentCredential } from '../connection/currentCredential';
import { TypedInChat } from '../logout/confirmSecondFactor';
import { logoutSession } from '../logout/logoutSession';
import { toAppError } from '../shared/errors';
import { Credential } from '../shared/ports';
import { ChatPorts } from './chatPorts';
import { ChatStep, stepAfter } from './chatStep';
import { codeQuestionOf, PendingLogout } from './pendingLogout';
import { recordFailures } from './recordFailures';

/**
 * One step of a logout in chat: asks the workspace, or with a code ends the session. Whatever happens is recorded, and
 * is the step's result.
 *
 * @param typed the code or password that the person typed, and whether they were shown what will happen
 */
export async function takeStep(
  pending: PendingLogout,
  caller: Caller,
  via: Via,
  typed: Omit<TypedInChat, 'passwordAllowed'>,
  ports: ChatPorts,
): Promise<ChatStep> {
  const { sessionId, reason, correlationId } = pending;
  const method = codeQuestionOf(pending)?.method;
  return stepOf(pending, caller, ports, async () => {
    // The logout records what fails from its beginning on; this is before that.
    const [credential, { passwordInChat: passwordAllowed }] = await recordFailures(caller, via, pending, ports, () =>
      Promise.all([allowedCredential(caller, ports), ports.settings.chat()]),
    );
    const request = { caller, credential, body: { sessionId, reason }, typed: { ...typed, passwordAllowed } };
    await logoutSession({ ...request, method, via, correlationId }, ports);
    return { kind: 'done', pending, at: ports.clock.now() };
  });
}

/**
 * Makes whatever happens the result of a step.
 *
 * @param work what the step does; it has recorded what it throws
 */
export async function stepOf(
  pending: PendingLogout,
  caller: Caller,
  ports: ChatPorts,
  work: () => Promise<ChatStep>,
): Promise<ChatStep> {
  try {
    return await work();
  } catch (thrown) {
    const error = toAppError(thrown, 'error-internal');
    // A token that the workspace no longer accepts is of no use to keep.
    if (error.code === 'error-not-logged-in') {
      await ports.connections.remove(caller.id);
    }
    return stepAfter(error, pending);
  }
}

/**
 * The credential of a caller who is still allowed to use the app.
 *
 * @throws AppError why there is none
 */
export async function allowedCredential(caller: Caller, ports: ChatPorts): Promise<Credential> {
  await authorizeCaller(caller, ports);
  return currentCredential(caller.id, ports);
}
