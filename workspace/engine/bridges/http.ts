import type { IHttpResponse } from '@rocket.chat/apps-engine/definition/accessors';
import type { HttpBridge, IHttpBridgeRequestInfo } from '@rocket.chat/apps-engine/server/bridges';
import type { WorkspaceStore } from '../../store';
import type { Engine } from '../load';

/** As in Rocket.Chat `apps/meteor/app/apps/server/bridges/http.ts`, which the whole file follows. */
const DEFAULT_TIMEOUT_MS = 3 * 60 * 1000;

const JSON_TYPES = ['application/json', 'text/javascript', 'application/javascript', 'application/x-javascript'];

/**
 * How an app reaches the outside: real HTTP. Answers of any status resolve. A transport fault rejects in late versions
 * and resolves to `undefined` in 6.5.
 */
export function createHttpBridge({ bridges }: Engine, store: WorkspaceStore): HttpBridge {
  return new (class extends bridges.HttpBridge {
    protected async call(info: IHttpBridgeRequestInfo): Promise<IHttpResponse> {
      try {
        return await send(info);
      } catch (error) {
        if (store.version === '6.5') {
          // The type does not know what the real bridge does here.
          return undefined as unknown as IHttpResponse;
        }
        throw error;
      }
    }
  })();
}

async function send({ url, method, request }: IHttpBridgeRequestInfo): Promise<IHttpResponse> {
  const target = new URL(url);
  const headers: Record<string, string> = { ...request.headers };
  const isBodyless = ['GET', 'HEAD'].includes(method.toUpperCase());
  let body = request.content;
  if (!body && typeof request.data === 'object') {
    body = JSON.stringify(request.data);
    setUnlessGiven(headers, 'Content-Type', 'application/json');
  }
  if (request.auth) {
    headers.Authorization = `Basic ${Buffer.from(request.auth).toString('base64')}`;
  }
  const params = Object.entries(request.params ?? {});
  if (body || isBodyless) {
    params.forEach(([name, value]) => value && target.searchParams.append(name, value));
  } else if (request.params) {
    body = new URLSearchParams(params).toString();
    headers['Content-Type'] = 'application/x-www-form-urlencoded';
  }

  const response = await fetch(target, {
    method: method.toUpperCase(),
    headers,
    body: isBodyless ? undefined : body,
    signal: AbortSignal.timeout(request.timeout || DEFAULT_TIMEOUT_MS),
  });
  const content = Buffer.from(await response.arrayBuffer()).toString(request.encoding as BufferEncoding | undefined);
  return {
    url,
    method,
    statusCode: response.status,
    headers: Object.fromEntries(response.headers),
    content,
    data: parseJson(response.headers.get('content-type'), content),
  };
}

function setUnlessGiven(headers: Record<string, string>, name: string, value: string): void {
  if (!Object.keys(headers).some((given) => given.toLowerCase() === name.toLowerCase())) {
    headers[name] = value;
  }
}

function parseJson(contentType: string | null, content: string): unknown {
  if (!JSON_TYPES.includes((contentType ?? '').split(';')[0])) {
    return null;
  }
  try {
    return JSON.parse(content);
  } catch {
    return null; // the app sees the text in `content`
  }
}
