import { EngineCall } from '../adapters/engineCall';
import { logoutPorts } from '../adapters/ports';
import { logoutSession } from '../core/logout/logoutSession';
import { Asked, EndingEndpoint, Said } from './CallerEndpoint';

/** `POST sessions/logout`: the contract of the workspace's own `POST /api/v1/sessions/logout`, with the app's checks. */
export class LogoutSessionEndpoint extends EndingEndpoint {
  public path = 'sessions/logout';
  protected readonly event = 'logout';

  protected async reply(asked: Asked, call: EngineCall): Promise<Said> {
    const { sessionId } = await logoutSession(asked, logoutPorts(call));
    return { result: 'done', content: { sessionId, success: true } };
  }
}
