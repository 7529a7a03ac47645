import { ApiEndpoint, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { withholdInput } from '../adapters/engineLog';
import { secureRandom } from '../adapters/system';
import { correlationIdOf } from '../core/correlationId';
import { methodNotAllowed } from './answers';

/**
 * An endpoint with one method; the others are answered with 405.
 *
 * They all have to be there, since engines up to 1.42 answer an undefined one with a 500 that shows an internal message.
 * And every edge of the app begins with `this.app`: engines look for the app among an endpoint's own properties
 * (deno-runtime/lib/wrapAppForRequest.ts).
 */
export abstract class OneMethodEndpoint extends ApiEndpoint {
  /** The host lets unauthenticated calls through, so that they are answered as the app means to. */
  public authRequired = false;
  protected abstract readonly allowed: 'GET' | 'POST';

  public async get(request: IApiRequest, ..._rest: unknown[]): Promise<IApiResponse> {
    return this.refuse(request);
  }

  public async post(request: IApiRequest, ..._rest: unknown[]): Promise<IApiResponse> {
    return this.refuse(request);
  }

  public async put(request: IApiRequest): Promise<IApiResponse> {
    return this.refuse(request);
  }

  public async delete(request: IApiRequest): Promise<IApiResponse> {
    return this.refuse(request);
  }

  public async head(request: IApiRequest): Promise<IApiResponse> {
    return this.refuse(request);
  }

  public async options(request: IApiRequest): Promise<IApiResponse> {
    return this.refuse(request);
  }

  public async patch(request: IApiRequest): Promise<IApiResponse> {
    return this.refuse(request);
  }

  private refuse(request: IApiRequest): IApiResponse {
    withholdInput(this.app.getLogger());
    return methodNotAllowed(this.allowed, correlationIdOf(request.headers['x-request-id'], secureRandom));
  }
}
