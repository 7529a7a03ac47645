import { ChatStep } from '../core/chat/chatStep';
import { CodeQuestion, PendingLogout } from '../core/chat/pendingLogout';
import { errorText, failureText, unknownPersonText } from '../views/messages';
import { Chat } from './chat';

/** What went wrong with a step, as the dialog that stays open says it; undefined when nothing did. */
export async function problemOf(step: ChatStep, chat: Chat): Promise<string | undefined> {
  const { t } = chat.view;
  switch (step.kind) {
    case 'code-incorrect':
      return incorrectCode(step.question, chat);
    case 'code-missing':
      return t('modal:code-empty');
    case 'input-invalid':
      return errorText(step.error, t);
    case 'failed':
      return failureText(step, t, { ...sessionOf(step.pending), request: step.pending.correlationId }, chat.utcOffset);
    case 'person-unknown':
      return unknownPersonText(step.nearest, t);
    case 'found':
    case 'record-page':
    case 'unlocked':
    case 'none-found':
    case 'batch-over':
    case 'code-needed':
    case 'confirm-needed':
    case 'done':
    case 'connect-first':
      return undefined;
  }
}

function sessionOf(pending: PendingLogout): Record<string, string> {
  return 'sessionId' in pending ? { session: pending.sessionId } : {};
}

async function incorrectCode(question: CodeQuestion, chat: Chat): Promise<string> {
  const { t } = chat.view;
  if (question.mailed) {
    return t('modal:code-incorrect-mailed', { address: question.address ?? '…' });
  }
  const limit = question.method === 'email' ? await chat.mailedCodeTries() : undefined;
  return limit !== undefined && limit > question.failures
    ? t('modal:code-incorrect-tries', { tries: String(limit - question.failures) })
    : t('modal:code-incorrect');
}
