import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { IUIKitResponse, UIKitBlockInteractionContext } from '@rocket.chat/apps-engine/definition/uikit';
import { EngineCall } from '../adapters/engineCall';
import { answerInTime } from '../conversation/answerStep';
import { Chat, sayFailure } from '../conversation/chat';
import { chatAbout } from '../conversation/chatAbout';
import { failureNotice, openNotice } from '../conversation/failureNotice';
import { openConnect } from '../conversation/openConnect';
import { openStep } from '../conversation/openStep';
import { askAgain } from '../core/chat/beginLogout';
import { StoredPendingLogout } from '../core/chat/pendingLogout';
import { resendCode } from '../core/chat/resendCode';
import { Turn } from '../core/chat/reading';
import { resumeLogout } from '../core/chat/resumeLogout';
import { turnPage } from '../core/chat/turnPage';
import { dialogOf } from '../views/dialogs';
import { ACTION, entryIndexOf, validPendingId } from '../views/ids';
import { recordModal } from '../views/recordModal';

type Context = UIKitBlockInteractionContext;
type Handler = (pending: StoredPendingLogout, chat: Chat, context: Context) => Promise<IUIKitResponse>;

/** A map, since a client says which action it is. */
const HANDLERS = new Map<string, Handler>([
  [ACTION.goOn, goOn],
  [ACTION.connect, connect],
  [ACTION.sendAgain, sendAgain],
  [ACTION.olderEntries, turnTo('older')],
  [ACTION.newerEntries, turnTo('newer')],
  [ACTION.backToPage, turnTo('page')],
]);

/** A clicked button. Its value names a pending logout; whether it is this person's, the app looks up itself. */
export async function blockAction(context: Context, call: EngineCall): Promise<IUIKitResponse> {
  let user: IUser | undefined;
  let triggerId: string | undefined;
  let about: { chat: Chat; pending: StoredPendingLogout } | undefined;
  try {
    const data = context.getInteractionData();
    ({ user, triggerId } = data);
    const handler = handlerOf(data.actionId);
    const pendingId = validPendingId(data.value);
    // The link to the consent page is a button too; the browser does what it is for.
    if (handler && pendingId !== undefined) {
      about = await chatAbout(pendingId, user, triggerId, call);
      return await handler(about.pending, about.chat, context);
    }
  } catch (thrown) {
    if (!about || !(await sayFailure(thrown, 'click', about.chat))) {
      // Where there is no room to say it in, the click's own trigger opens a dialog that says it.
      await openNotice(failureNotice(thrown, 'click', undefined, user, call), 'click', user, triggerId, call);
    }
  }
  return { success: true };
}

function handlerOf(actionId: string): Handler | undefined {
  const entry = entryIndexOf(actionId);
  return entry === undefined ? HANDLERS.get(actionId) : turnTo(entry);
}

/** Opens the dialog of the step where a logout waits; where the workspace was not asked yet, asks it first. */
async function goOn(pending: StoredPendingLogout, chat: Chat): Promise<IUIKitResponse> {
  const { caller, ports, triggerId, view } = chat;
  const { question } = pending;
  if ('reading' in pending && question === undefined && pending.reading.pages.length > 0 && triggerId !== undefined) {
    await resumeLogout(pending, caller, ports);
    await chat.open(recordModal(pending, chat.reader(), view), triggerId);
  } else if (question === undefined) {
    await openStep(askAgain(pending, caller, ports), pending, chat);
  } else if (triggerId !== undefined) {
    await resumeLogout(pending, caller, ports);
    const asked = question === 'confirm' ? question : { ...question, mailed: false };
    await chat.open(dialogOf(pending, asked, chat.reader(), view), triggerId);
  }
  return { success: true };
}

async function connect(pending: StoredPendingLogout, chat: Chat): Promise<IUIKitResponse> {
  await openConnect(pending.id, chat);
  return { success: true };
}

/** Has the workspace mail another code, and says so in the modal. */
function sendAgain(pending: StoredPendingLogout, chat: Chat, context: Context): Promise<IUIKitResponse> {
  const sending = resendCode(pending, chat.caller, chat.ports);
  return answerInTime(sending, pending, chat, 'click', context.getInteractionResponder());
}

/** Turns to another page of the record, or to one of its entries. */
function turnTo(turn: Turn): Handler {
  return (pending, chat, context) =>
    answerInTime(
      turnPage(pending, chat.caller, turn, chat.ports),
      pending,
      chat,
      'click',
      context.getInteractionResponder(),
    );
}
