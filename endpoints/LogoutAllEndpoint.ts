import { EngineCall } from '../adapters/engineCall';
import { batchPorts } from '../adapters/ports';
import { EndingRequest } from '../core/logout/logoutSession';
import { allGone } from '../core/many/batch';
import { logoutAll } from '../core/many/logoutAll';
import { batchAnswer } from './batchAnswer';
import { CallerEndpoint, Said } from './CallerEndpoint';

/** `POST sessions/logout.all`: ends all sessions of one person that the workspace lists, with one code. */
export class LogoutAllEndpoint extends CallerEndpoint {
  public path = 'sessions/logout.all';
  protected readonly event = 'logout-all';

  protected async end(asked: EndingRequest, call: EngineCall): Promise<Said> {
    const all = await logoutAll(asked, batchPorts(call));
    const { person, complete } = all;
    return batchAnswer(all, {
      success: allGone(all) && complete,
      userId: person.id,
      username: person.username,
      complete,
    });
  }
}
