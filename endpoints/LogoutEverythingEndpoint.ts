import { EngineCall } from '../adapters/engineCall';
import { batchPorts } from '../adapters/ports';
import { logoutEverything } from '../core/many/logoutEverything';
import { batchAnswer } from './batchAnswer';
import { Asked, EndingEndpoint, Said } from './CallerEndpoint';

/** What `users.logout` leaves alone (apps/meteor/app/oauth2-server-config). */
const SURVIVES = ['oauth-tokens'];

/** `POST sessions/logout.everything`: ends every login of one person, with personal access tokens. */
export class LogoutEverythingEndpoint extends EndingEndpoint {
  public path = 'sessions/logout.everything';
  protected readonly event = 'logout-everything';

  protected async reply(asked: Asked, call: EngineCall): Promise<Said> {
    const everything = await logoutEverything(asked, batchPorts(call));
    const { person, complete } = everything;
    return batchAnswer(everything, {
      userId: person.id,
      username: person.username,
      complete,
      survives: SURVIVES,
    });
  }
}
