import { EngineCall } from '../adapters/engineCall';
import { logoutPorts } from '../adapters/ports';
import { EndingRequest } from '../core/logout/logoutSession';
import { logoutMany } from '../core/many/logoutMany';
import { batchAnswer } from './batchAnswer';
import { CallerEndpoint, Said } from './CallerEndpoint';

/** `POST sessions/logout.many`: ends the sessions that are named, with one code. */
export class LogoutManyEndpoint extends CallerEndpoint {
  public path = 'sessions/logout.many';
  protected readonly event = 'logout-many';

  protected async end(asked: EndingRequest, call: EngineCall): Promise<Said> {
    return batchAnswer(await logoutMany(asked, logoutPorts(call)));
  }
}
