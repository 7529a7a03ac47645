import type { IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';
import type { ApiBridge } from '@rocket.chat/apps-engine/server/bridges';
import type { AppApi } from '@rocket.chat/apps-engine/server/managers/AppApi';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { WorkspaceStore } from '../../store';
import { toEngineUser } from '../convert';
import type { Engine } from '../load';

type Endpoint = AppApi['endpoint'];

/**
 * The endpoints of the installed apps (Rocket.Chat `apps/meteor/app/apps/server/bridges/api.ts`): every method of a
 * path reaches the app, whether it defines it or not.
 */
export class AppEndpoints {
  /** To be mounted at `/api/apps`. */
  readonly router = Router();
  private readonly routers = new Map<string, Router>();

  constructor(
    private readonly store: WorkspaceStore,
    private readonly manager: () => AppManager,
  ) {
    this.router.use('/private/:appId/:hash', (request, response) => this.dispatch(request, response));
    this.router.use('/public/:appId', (request, response) => this.dispatch(request, response));
  }

  createBridge({ bridges }: Engine): ApiBridge {
    const { routers } = this;
    const handlerOf = (endpoint: Endpoint, appId: string): RequestHandler => this.handlerOf(endpoint, appId);
    return new (class extends bridges.ApiBridge {
      protected async registerApi({ endpoint }: AppApi, appId: string): Promise<void> {
        const router = routers.get(appId) ?? Router();
        routers.set(appId, router);
        const path = endpoint.path.trim();
        router.all(path.startsWith('/') ? path : `/${path}`, handlerOf(endpoint, appId));
      }

      protected async unregisterApis(appId: string): Promise<void> {
        routers.delete(appId);
      }
    })();
  }

  private dispatch(request: Request, response: Response): void {
    const notFound = () => response.sendStatus(404);
    const router = this.routers.get(request.params.appId);
    response.locals.privateHash = request.params.hash;
    if (router === undefined) {
      notFound();
    } else {
      router(request, response, notFound);
    }
  }

  private handlerOf(endpoint: Endpoint, appId: string): RequestHandler {
    const handle = async (request: Request, response: Response): Promise<void> => {
      const authentication = this.store.authenticate(request.headers);
      if (endpoint.authRequired && authentication === undefined) {
        response.status(401).send('Unauthorized');
        return;
      }
      try {
        const answer = await this.manager()
          .getApiManager()
          .executeApi(appId, endpoint.path, {
            method: request.method.toLowerCase() as IApiRequest['method'],
            headers: request.headers as Record<string, string>,
            query: request.query as Record<string, string>,
            params: request.params,
            content: request.body as unknown,
            privateHash: response.locals.privateHash as string | undefined,
            user: authentication && toEngineUser(authentication.user),
          });
        // In the older engine a method the endpoint does not define gives undefined, and reading that throws, as on a real server.
        const { status, headers } = answer;
        response.set(headers ?? {});
        response.status(status);
        response.send(answer.content);
      } catch (error) {
        response.status(500).send((error as Error).message);
      }
    };
    return (request, response) => void handle(request, response);
  }
}
