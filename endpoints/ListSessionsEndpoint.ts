import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { callerOf } from '../adapters/caller';
import { beginCall } from '../adapters/engineCall';
import { logoutPorts } from '../adapters/ports';
import { secureRandom } from '../adapters/system';
import { listPage } from '../core/find/listPage';
import { correlationIdOf } from '../core/shared/correlationId';
import { AppError, toAppError } from '../core/shared/errors';
import { answer, errorAnswer } from './answers';
import { credentialOf } from './credential';
import { OneMethodEndpoint } from './OneMethodEndpoint';

/** `GET sessions/list.all`: the contract of the workspace's own `GET /api/v1/sessions/list.all`, and more to search by. */
export class ListSessionsEndpoint extends OneMethodEndpoint {
  public path = 'sessions/list.all';
  protected readonly allowed = 'GET';

  public async get(
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
      const { rows, count, offset, total, complete, stoppedBy } = await listPage(
        {
          caller: callerOf(request.user),
          credential,
          parameters: request.query as unknown,
          code: headers['x-2fa-code'],
          method: headers['x-2fa-method'],
          via: 'api',
          correlationId,
        },
        ports,
      );
      ports.log.note({ event: 'list', correlationId, result: 'done' });
      const sessions = rows.map(({ asSent }) => asSent);
      const reason = stoppedBy && { stoppedBy };
      return answer(200, { sessions, count, offset, total, complete, ...reason, success: true }, correlationId);
    } catch (thrown) {
      const error = toAppError(thrown, 'error-internal');
      ports.log.note({ event: 'list', correlationId, result: error.code });
      return errorAnswer(error, correlationId);
    }
  }
}
