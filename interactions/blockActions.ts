import { IUIKitResponse, UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { Chat, sayFailure } from '../adapters/chat';
import { EngineCall } from '../adapters/chatPorts';
import { resendCode } from '../core/chatLogout';
import { findPending } from '../core/pending';
import { AppError } from '../core/errors';
import { ACTION, validPendingId } from '../views/ids';
import { codeModal, reviewModal } from '../views/modals';
import { answerInTime } from './answerStep';
import { chatOfPending } from './chatOfPending';
import { openConnect } from './openConnect';

type Context = UIKitBlockInteractionContext;
type Handler = (pendingId: string, chat: Chat, context: Context) => Promise<IUIKitResponse>;

/** A map, since which action it is comes from a client. */
const HANDLERS = new Map<string, Handler>([
  [ACTION.goOn, goOn],
  [ACTION.connect, connect],
  [ACTION.sendAgain, sendAgain],
]);

/** A clicked button. Its value names a pending logout; whether it is this person's, the app looks up itself. */
export async function blockAction(context: Context, call: EngineCall): Promise<IUIKitResponse> {
  const { actionId, value, user, room, triggerId } = context.getInteractionData();
  const handler = HANDLERS.get(actionId);
  // The link to the consent page is a button too; the browser does what it is for.
  const pendingId = validPendingId(value);
  if (!handler || pendingId === undefined) {
    return { success: true };
  }
  const { chat } = await chatOfPending(pendingId, user, { room, triggerId }, call);
  try {
    return await handler(pendingId, chat, context);
  } catch (thrown) {
    await sayFailure(thrown, actionId, chat);
    return { success: true };
  }
}

/** Opens the modal of the step where a logout waits. */
async function goOn(pendingId: string, chat: Chat, context: Context): Promise<IUIKitResponse> {
  const pending = await findPending(pendingId, chat.caller, chat.ports);
  if (pending instanceof AppError) {
    throw pending;
  }
  const modal = pending.challenge
    ? codeModal(pendingId, pending, { ...pending.challenge, mailed: false }, chat.view)
    : reviewModal(pendingId, pending, chat.view);
  await chat.open(modal, context.getInteractionData().triggerId);
  return { success: true };
}

async function connect(pendingId: string, chat: Chat): Promise<IUIKitResponse> {
  await openConnect(pendingId, chat);
  return { success: true };
}

/** Has the workspace mail another code, and says so in the modal. */
function sendAgain(pendingId: string, chat: Chat, context: Context): Promise<IUIKitResponse> {
  const sending = resendCode(pendingId, chat.caller, chat.ports);
  return answerInTime(sending, pendingId, chat, context.getInteractionResponder());
}
