import { EngineCall } from '../adapters/engineCall';
import { batchPorts } from '../adapters/ports';
import { allGone } from '../core/many/batch';
import { logoutAll } from '../core/many/logoutAll';
import { batchAnswer } from './batchAnswer';
import { Asked, EndingEndpoint, Said } from './CallerEndpoint';

/** `POST sessions/logout.all`: ends all sessions of one person that the workspace lists, with one code. */
export class LogoutAllEndpoint extends EndingEndpoint {
  public path = 'sessions/logout.all';
  protected readonly event = 'logout-all';

  protected async reply(asked: Asked, call: EngineCall): Promise<Said> {
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
