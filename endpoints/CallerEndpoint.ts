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
  /** An object is sent as JSON; a text as it is, with its type in the headers. */
  readonly content: Record<string, unknown> | string;
  readonly headers?: Record<string, string>;
}

/** Who asks, with what code, and for what: in the body, or in the parameters of the address. Nothing of it is checked. */
export interface Asked extends EndingRequest {
  readonly parameters: unknown;
}

/** What the engine hands to an endpoint after the request. */
export type Handed = [endpoint: IApiEndpointInfo, read: IRead, modify: IModify, http: IHttp, persistence: IPersistence];

/** An endpoint for a caller who is logged in: it reads who asks, for what and with what code. */
export abstract class CallerEndpoint extends OneMethodEndpoint {
  /** What the log calls it. */
  protected abstract readonly event: string;

  /** @throws AppError to be answered with its own status */
  protected abstract reply(asked: Asked, call: EngineCall): Promise<Said>;

  /** Answers a request of the one method. */
  protected async serve(request: IApiRequest, [, read, modify, http, persistence]: Handed): Promise<IApiResponse> {
    const call = beginCall(this.app, read, modify, http, persistence);
    const log = operatorLog(call.logger);
    const correlationId = correlationIdOf(request.headers['x-request-id'], secureRandom);
    try {
      const { result, content, headers } = await this.reply(asked(request, correlationId), call);
      log.note({ event: this.event, correlationId, result });
      return answer(200, content, correlationId, headers);
    } catch (thrown) {
      const error = toAppError(thrown, 'error-internal');
      log.note({ event: this.event, correlationId, result: error.code });
      return errorAnswer(error, correlationId);
    }
  }
}

/** One that only looks at something. */
export abstract class LookingEndpoint extends CallerEndpoint {
  protected readonly allowed = 'GET';

  public async get(request: IApiRequest, ...handed: Handed): Promise<IApiResponse> {
    return this.serve(request, handed);
  }
}

/** One that ends sessions. */
export abstract class EndingEndpoint extends CallerEndpoint {
  protected readonly allowed = 'POST';

  public async post(request: IApiRequest, ...handed: Handed): Promise<IApiResponse> {
    return this.serve(request, handed);
  }
}

/** @throws AppError `error-not-logged-in` */
function asked(request: IApiRequest, correlationId: string): Asked {
  const headers: Readonly<Record<string, string | undefined>> = request.headers;
  const credential = credentialOf(headers);
  if (!request.user || !credential) {
    throw new AppError('error-not-logged-in');
  }
  return {
    caller: callerOf(request.user),
    credential,
    body: request.content as unknown,
    parameters: request.query as unknown,
    code: headers['x-2fa-code'],
    method: headers['x-2fa-method'],
    via: 'api',
    correlationId,
  };
}
