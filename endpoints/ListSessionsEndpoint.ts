import { EngineCall } from '../adapters/engineCall';
import { logoutPorts } from '../adapters/ports';
import { listPage } from '../core/find/listPage';
import { Asked, LookingEndpoint, Said } from './CallerEndpoint';

/** `GET sessions/list.all`: the contract of the workspace's own `GET /api/v1/sessions/list.all`, and more to search by. */
export class ListSessionsEndpoint extends LookingEndpoint {
  public path = 'sessions/list.all';
  protected readonly event = 'list';

  protected async reply(asked: Asked, call: EngineCall): Promise<Said> {
    const { rows, count, offset, total, complete, stoppedBy } = await listPage(asked, logoutPorts(call));
    const sessions = rows.map(({ asSent }) => asSent);
    const reason = stoppedBy && { stoppedBy };
    return { result: 'done', content: { sessions, count, offset, total, complete, ...reason, success: true } };
  }
}
