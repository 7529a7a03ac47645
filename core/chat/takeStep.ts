import { Via } from '../audit/auditEntry';
import { Caller } from '../caller/caller';
import { currentCredential } from '../connection/currentCredential';
import { TypedInChat } from '../logout/confirmSecondFactor';
import { Credential } from '../shared/ports';
import { authorizeStep } from './authorizeStep';
import { ChatPorts } from './chatPorts';
import { ChatStep } from './chatStep';
import { endChosen, endSession, searchSessions, StepRequest } from './doStep';
import { letIn, readOn } from './oversee';
import { codeQuestionOf, PendingLogout } from './pendingLogout';
import { recordFailures } from './recordFailures';
import { stepOf } from './stepOf';

/**
 * One step of a logout in chat: asks the workspace, or with a code searches for sessions or ends them. Whatever happens
 * is recorded, and is the step's result.
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
  return stepOf(pending, caller, ports, async () => {
    // What is done records what fails from its beginning on; this is before that.
    const [credential, { passwordInChat: passwordAllowed }] = await recordFailures(caller, via, pending, ports, () =>
      Promise.all([allowedCredential(pending, caller, ports), ports.settings.chat()]),
    );
    const { correlationId } = pending;
    const method = codeQuestionOf(pending)?.method;
    const request: StepRequest = {
      caller,
      credential,
      method,
      typed: { ...typed, passwordAllowed },
      via,
      correlationId,
    };
    if ('sessionId' in pending) {
      return endSession(pending, request, ports);
    }
    if ('search' in pending) {
      return searchSessions(pending, request, ports);
    }
    if ('choice' in pending) {
      return endChosen(pending, request, ports);
    }
    return 'unlock' in pending ? letIn(pending, request, ports) : readOn(pending, request, ports);
  });
}

/**
 * The credential of a caller who may still do what is pending.
 *
 * @throws AppError why there is none
 */
export async function allowedCredential(pending: PendingLogout, caller: Caller, ports: ChatPorts): Promise<Credential> {
  await authorizeStep(pending, caller, ports);
  return currentCredential(caller.id, ports);
}
