import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { callerOf } from '../adapters/caller';
import { beginCall } from '../adapters/engineCall';
import { logoutPorts } from '../adapters/ports';
import { secureRandom } from '../adapters/system';
import { logoutSession } from '../core/logout/logoutSession';
import { correlationIdOf } from '../core/shared/correlationId';
import { AppError, toAppError } from '../core/shared/errors';
import { answer, errorAnswer } from './answers';
import { credentialOf } from './credential';
import { OneMethodEndpoint } from './OneMethodEndpoint';

/** `POST sessions/logout`: the contract of the workspace's own `POST /api/v1/sessions/logout`, with the app's checks. */
export class LogoutSessionEndpoint extends OneMethodEndpoint {
  public path = 'sessions/logout';
  protected readonly allowed = 'POST';

  public async post(
    request: IApiRequest,
    _endpoint: IApiEndpointInfo,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> {
    const ports = logoutPorts(beginCall(this.app, read, modify, http, persistence));
    const headers: Readonly<Record<string, string | undefined>> = request.headers;
    const correlationId = correlationIdOf(headers['x-request-id'], secureRandom);
    try {
      const credential = credentialOf(headers);
      if (!request.user || !credential) {
        throw new AppError('error-not-logged-in');
      }
      const { sessionId } = await logoutSession(
        {
          caller: callerOf(request.user),
          credential,
          body: request.content as unknown,
          code: headers['x-2fa-code'],
          method: headers['x-2fa-method'],
          via: 'api',
          correlationId,
        },
        ports,
      );
      ports.log.note({ event: 'logout', correlationId, result: 'done' });
      return answer(200, { sessionId, success: true }, correlationId);
    } catch (thrown) {
      const error = toAppError(thrown, 'error-internal');
      ports.log.note({ event: 'logout', correlationId, result: error.code });
      return errorAnswer(error, correlationId);
    }
  }
}
