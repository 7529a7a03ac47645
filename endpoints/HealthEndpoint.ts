import { IHttp, IModify, IPersistence, IRead } from '@rocket.chat/apps-engine/definition/accessors';
import { IApiEndpointInfo, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { callerOf } from '../adapters/caller';
import { beginCall } from '../adapters/engineCall';
import { setupPorts } from '../adapters/ports';
import { HEALTH_PATH } from '../adapters/siteClient';
import { secureRandom } from '../adapters/system';
import { AuthorizationPorts, AuthorizedCaller, authorizeCaller } from '../core/caller/authorizeCaller';
import { checkHealth } from '../core/oversight/checkHealth';
import { checkSetup } from '../core/oversight/checkSetup';
import { isUp, SetupCheck } from '../core/oversight/setup';
import { correlationIdOf } from '../core/shared/correlationId';
import { Credential } from '../core/shared/ports';
import { setupLine } from '../views/setup';
import { english } from '../views/texts/catalogue';
import { answer } from './answers';
import { credentialOf } from './credential';
import { OneMethodEndpoint } from './OneMethodEndpoint';

/**
 * `GET health`: whether the app is up, for monitors. Needs no login, tells no names and asks nobody; a caller with an
 * allowed role gets the whole set-up, checked now.
 */
export class HealthEndpoint extends OneMethodEndpoint {
  public path = HEALTH_PATH;
  protected readonly allowed = 'GET';

  public async get(
    request: IApiRequest,
    _endpoint: IApiEndpointInfo,
    read: IRead,
    modify: IModify,
    http: IHttp,
    persistence: IPersistence,
  ): Promise<IApiResponse> {
    const call = beginCall(this.app, read, modify, http, persistence);
    const correlationId = correlationIdOf(request.headers['x-request-id'], secureRandom);
    const ports = setupPorts(call); // one for all, which reads settings once
    const allowed = await allowedCaller(request, ports);
    if (allowed) {
      const checks = await checkSetup(allowed.caller, allowed.credential, ports);
      const details = checks.map((check) => ({ ...check, text: setupLine(check, english) }));
      return health(isUp(checks), { checks: details }, correlationId);
    }
    const { checks, installation } = await checkHealth(ports);
    return health(installation !== undefined && isUp(checks), { installation }, correlationId);
  }
}

function health(up: boolean, more: { checks: SetupCheck[] } | { installation?: string }, correlationId: string) {
  return answer(up ? 200 : 503, { status: up ? 'up' : 'down', ...more, success: up }, correlationId);
}

/** Somebody who may see details; undefined for everybody else, who is not told why. */
async function allowedCaller(
  { user, headers }: IApiRequest,
  ports: AuthorizationPorts,
): Promise<{ caller: AuthorizedCaller; credential: Credential } | undefined> {
  const credential = user && credentialOf(headers);
  if (!credential) {
    return undefined;
  }
  try {
    return { caller: await authorizeCaller(callerOf(user), ports), credential };
  } catch {
    return undefined;
  }
}
