import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { Chat, chatWith } from '../adapters/chat';
import { chatPorts, EngineCall } from '../adapters/chatPorts';
import { withholdInput } from '../adapters/engineLog';
import { CALLBACK_PATH } from '../adapters/oauthClients';
import { Connection, endOf } from '../core/connection';
import { completeConnection, validateCallback, ValidatedCallback } from '../core/connect';
import { toAppError } from '../core/errors';
import { callbackPage, PAGE_HEADERS } from '../views/callbackPage';
import { connectedMessage, errorText } from '../views/messages';
import { Language, languageOf } from '../views/texts/languages';
import { STATUS_OF } from './answers';
import { OneMethodEndpoint } from './OneMethodEndpoint';

/**
 * `GET oauth/callback`: where the workspace's consent page sends the browser back to. Nobody is logged in here; whom it
 * is about, the state tells.
 */
export class OAuthCallbackEndpoint extends OneMethodEndpoint {
  public path = CALLBACK_PATH;
  protected readonly allowed = 'GET';

  public async get(
    request: IApiRequest,
    _endpoint: IApiEndpointInfo,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> {
    const call = { app: this.app, logger: withholdInput(this.app), read, modify, http, persistence };
    const ports = chatPorts(call);
    let language = languageOf(request.headers['accept-language']?.split(/[,;]/)[0]);
    try {
      const callback = await validateCallback(request.query, ports);
      const chat = await chatOf(callback, call);
      language = chat?.language ?? language;
      const connection = await completeConnection(callback, ports);
      ports.log.note({ event: 'connect', correlationId: callback.request.correlationId, result: 'done' });
      await tell(connection, callback, chat, call);
      return page(200, language.t('page:title'), language.t('page:connected'), language);
    } catch (thrown) {
      const error = toAppError(thrown, 'error-internal');
      ports.log.note({ event: 'connect', correlationId: '-', result: error.code });
      return page(STATUS_OF[error.code], language.t('page:failed-title'), errorText(error, language.t), language);
    }
  }
}

async function chatOf({ request }: ValidatedCallback, call: EngineCall): Promise<Chat | undefined> {
  const [user, room] = await Promise.all([
    call.read.getUserReader().getById(request.ownerId),
    call.read.getRoomReader().getById(request.roomId),
  ]);
  return user && chatWith(user, { room, threadId: request.threadId }, call);
}

/** Tells the person in chat, with a button that goes on with what they had begun. The page says it anyway. */
async function tell(
  connection: Connection,
  { request }: ValidatedCallback,
  chat: Chat | undefined,
  call: EngineCall,
): Promise<void> {
  try {
    const waiting = request.pendingId === undefined ? undefined : await chat?.ports.pendings.peek(request.pendingId);
    const begun = waiting?.ownerId === request.ownerId ? waiting : undefined;
    await chat?.say(
      connectedMessage(
        endOf(connection),
        begun && { id: request.pendingId ?? '', ...begun },
        chat.utcOffset,
        chat.view.t,
      ),
    );
  } catch {
    call.logger.info('the person who connected could not be told in chat');
  }
}

function page(status: number, heading: string, sentence: string, language: Language): IApiResponse {
  return { status, headers: { ...PAGE_HEADERS }, content: callbackPage(heading, sentence, language) };
}
