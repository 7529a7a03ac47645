import { IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { EngineCall } from '../adapters/engineCall';
import { logoutPorts } from '../adapters/ports';
import { listPage } from '../core/find/listPage';
import { Asked, CallerEndpoint, Handed, Said } from './CallerEndpoint';

/** `GET sessions/list.all`: the contract of the workspace's own `GET /api/v1/sessions/list.all`, and more to search by. */
export class ListSessionsEndpoint extends CallerEndpoint {
  public path = 'sessions/list.all';
  protected readonly allowed = 'GET';
  protected readonly event = 'list';

  public async get(request: IApiRequest, ...handed: Handed): Promise<IApiResponse> {
    return this.serve(request, handed);
  }

  protected async reply(asked: Asked, call: EngineCall): Promise<Said> {
    const { rows, count, offset, total, complete, stoppedBy } = await listPage(asked, logoutPorts(call));
    const sessions = rows.map(({ asSent }) => asSent);
    const reason = stoppedBy && { stoppedBy };
    return { result: 'done', content: { sessions, count, offset, total, complete, ...reason, success: true } };
  }
}
