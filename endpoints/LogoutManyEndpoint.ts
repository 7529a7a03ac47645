import { EngineCall } from '../adapters/engineCall';
import { logoutPorts } from '../adapters/ports';
import { logoutMany } from '../core/many/logoutMany';
import { batchAnswer } from './batchAnswer';
import { Asked, EndingEndpoint, Said } from './CallerEndpoint';

/** `POST sessions/logout.many`: ends the sessions that are named, with one code. */
export class LogoutManyEndpoint extends EndingEndpoint {
  public path = 'sessions/logout.many';
  protected readonly event = 'logout-many';

  protected async reply(asked: Asked, call: EngineCall): Promise<Said> {
    return batchAnswer(await logoutMany(asked, logoutPorts(call)));
  }
}
