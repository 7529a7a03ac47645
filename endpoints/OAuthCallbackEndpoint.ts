import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { beginCall, EngineCall } from '../adapters/engineCall';
import { findRoom, findUser } from '../adapters/lookup';
import { CALLBACK_PATH } from '../adapters/oauthClients';
import { chatPorts } from '../adapters/ports';
import { Chat, chatWith } from '../conversation/chat';
import { completeConnection, validateCallback, ValidatedCallback } from '../core/connection/completeConnection';
import { Connection, endOf } from '../core/connection/connection';
import { toAppError } from '../core/shared/errors';
import { callbackPage, PAGE_HEADERS } from '../views/callbackPage';
import { connectedMessage, errorText } from '../views/messages';
import { Language, languageOf } from '../views/texts/languages';
import { STATUS_OF } from './answers';
import { OneMethodEndpoint } from './OneMethodEndpoint';

/**
 * `GET oauth/callback`: where the workspace's consent page sends the browser back to. Nobody is logged in here; the
 * state says whom it is about.
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
    const call = beginCall(this.app, read, modify, http, persistence);
    const ports = chatPorts(call);
    let language = languageOf(request.headers['accept-language']?.split(/[,;]/)[0]);
    let correlationId = ports.random.id();
    let utcOffset: number | undefined;
    try {
      const callback = await validateCallback(request.query, ports);
      correlationId = callback.request.correlationId;
      const chat = await chatOf(callback, call);
      language = chat?.language ?? language;
      utcOffset = chat?.utcOffset;
      const connection = await completeConnection(callback, ports);
      ports.log.note({ event: 'connect', correlationId, result: 'done' });
      await tell(connection, callback, chat);
      return page(200, language.t('page:title'), language.t('page:connected'), language);
    } catch (thrown) {
      const error = toAppError(thrown, 'error-internal');
      ports.log.note({ event: 'connect', correlationId, result: error.code });
      const sentence = errorText(error, language.t, { request: correlationId }, utcOffset);
      return page(STATUS_OF[error.code], language.t('page:failed-title'), sentence, language);
    }
  }
}

/** Undefined when the person or the room cannot be read: they are connected all the same, and the page says so. */
async function chatOf({ request }: ValidatedCallback, call: EngineCall): Promise<Chat | undefined> {
  try {
    const [user, room] = await Promise.all([findUser(call.read, request.ownerId), findRoom(call.read, request.roomId)]);
    return user && (await chatWith(user, { room, threadId: request.threadId }, call));
  } catch {
    return undefined;
  }
}

/** Tells the person in chat, with a button that goes on with what they had begun. */
async function tell(connection: Connection, { request }: ValidatedCallback, chat: Chat | undefined): Promise<void> {
  const id = request.pendingId;
  const found = id === undefined ? undefined : await chat?.ports.pendingLogouts.peek(id).catch(() => undefined);
  const waiting = id !== undefined && found?.ownerId === request.ownerId ? { id, ...found } : undefined;
  await chat?.say(connectedMessage(endOf(connection), waiting, chat.utcOffset, chat.view.t));
}

function page(status: number, heading: string, sentence: string, language: Language): IApiResponse {
  return { status, headers: { ...PAGE_HEADERS }, content: callbackPage(heading, sentence, language) };
}
