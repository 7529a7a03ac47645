import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { callerOf } from '../adapters/caller';
import { withholdInput } from '../adapters/engineLog';
import { logoutPorts } from '../adapters/logoutPorts';
import { secureRandom } from '../adapters/system';
import { correlationIdOf } from '../core/correlationId';
import { AppError, toAppError } from '../core/errors';
import { logoutSession } from '../core/logoutSessions';
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
    _modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> {
    const logger = withholdInput(this.app);
    const headers: Readonly<Record<string, string | undefined>> = request.headers;
    const correlationId = correlationIdOf(headers['x-request-id'], secureRandom);
    const ports = logoutPorts(this.app, logger, read, http, persistence);
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
