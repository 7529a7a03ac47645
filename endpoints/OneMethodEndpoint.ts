import { IApiEndpoint, IApiRequest, IApiResponse } from '@rocket.chat/apps-engine/definition/api';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { withholdInput } from '../adapters/engineLog';
import { secureRandom } from '../adapters/system';
import { correlationIdOf } from '../core/shared/correlationId';
import { methodNotAllowed } from './answers';

/**
 * An endpoint with one method; all others are answered with 405.
 *
 * They all have to be there, since engines up to 1.42 answer an undefined one with a 500 that shows an internal message.
 * The app is a property of its own, since engines look for it there (deno-runtime/lib/wrapAppForRequest.ts).
 */
export abstract class OneMethodEndpoint implements IApiEndpoint {
  public abstract path: string;
  /** The host lets unauthenticated calls through, so that they are answered as the app means to. */
  public authRequired = false;
  protected abstract readonly allowed: 'GET' | 'POST';

  constructor(public readonly app: IApp) {}

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
    withholdInput(this.app);
    return methodNotAllowed(this.allowed, correlationIdOf(request.headers['x-request-id'], secureRandom));
  }
}
