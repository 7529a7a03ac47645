import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { callerOf } from '../adapters/caller';
import { beginCall, EngineCall } from '../adapters/engineCall';
import { operatorLog } from '../adapters/engineLog';
import { secureRandom } from '../adapters/system';
import { EndingRequest } from '../core/logout/logoutSession';
import { correlationIdOf } from '../core/shared/correlationId';
import { AppError, toAppError } from '../core/shared/errors';
import { answer, errorAnswer } from './answers';
import { credentialOf } from './credential';
import { OneMethodEndpoint } from './OneMethodEndpoint';

/** What an endpoint has to say when nothing was thrown: the result for the log, and the answer with status 200. */
export interface Said {
  readonly result: string;
  readonly content: Record<string, unknown>;
}

/** An endpoint that ends sessions for a caller who is logged in: it reads who asks, for what and with what code. */
export abstract class CallerEndpoint extends OneMethodEndpoint {
  protected readonly allowed = 'POST';
  /** What the log calls it. */
  protected abstract readonly event: string;

  public async post(
    request: IApiRequest,
    _endpoint: IApiEndpointInfo,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> {
    const call = beginCall(this.app, read, modify, http, persistence);
    const log = operatorLog(call.logger);
    const correlationId = correlationIdOf(request.headers['x-request-id'], secureRandom);
    try {
      const { result, content } = await this.end(asked(request, correlationId), call);
      log.note({ event: this.event, correlationId, result });
      return answer(200, content, correlationId);
    } catch (thrown) {
      const error = toAppError(thrown, 'error-internal');
      log.note({ event: this.event, correlationId, result: error.code });
      return errorAnswer(error, correlationId);
    }
  }

  /** @throws AppError to be answered with its own status */
  protected abstract end(asked: EndingRequest, call: EngineCall): Promise<Said>;
}

/** @throws AppError `error-not-logged-in` */
function asked(request: IApiRequest, correlationId: string): EndingRequest {
  const headers: Readonly<Record<string, string | undefined>> = request.headers;
  const credential = credentialOf(headers);
  if (!request.user || !credential) {
    throw new AppError('error-not-logged-in');
  }
  return {
    caller: callerOf(request.user),
    credential,
    body: request.content as unknown,
    code: headers['x-2fa-code'],
    method: headers['x-2fa-method'],
    via: 'api',
    correlationId,
  };
}
