import { workspaceAddress } from './address';
import { RemoteError, shown } from './texts';

/** What came back from a call, read to its end. Any status is an answer, a redirect too: it is not followed. */
export interface RestAnswer {
  status: number;
  headers: Headers;
  /** The parsed body; undefined when it is not JSON. */
  body: unknown;
  /** The body as it came. */
  text: string;
}

export interface RemoteCredential {
  userId: string;
  authToken: string;
}

export interface RemoteOptions {
  /** Whether http without TLS is allowed to another machine than this one. */
  allowHttp?: boolean;
  /** How long one call may take, in milliseconds. */
  timeoutMs?: number;
  /** Ends calls that are under way, and refuses later ones, with `cancelled`. */
  signal?: AbortSignal;
}

const TIMEOUT_MS = 30_000;

/** One workspace over HTTP: with a time limit for each call, and no redirect followed, least of all with a credential. */
export class Remote {
  /** The address, with the path below which the workspace lies, and no slash at its end. */
  readonly url: string;

  /** @throws {RemoteError} `bad-address`, `no-tls` */
  constructor(
    url: string,
    readonly credential?: RemoteCredential,
    readonly options: RemoteOptions = {},
  ) {
    this.url = workspaceAddress(url, options);
  }

  /** The same workspace with another credential, or none, and some other options. */
  with(credential: RemoteCredential | undefined, options: RemoteOptions = {}): Remote {
    return new Remote(this.url, credential, { ...this.options, ...options });
  }

  /** @param path below the workspace's address, beginning with a slash */
  get(path: string, headers?: Record<string, string>): Promise<RestAnswer> {
    return this.call('GET', path, undefined, headers);
  }

  /** @param body a form or form data as it is; anything else as JSON */
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<RestAnswer> {
    return this.call('POST', path, body, headers);
  }

  delete(path: string, headers?: Record<string, string>): Promise<RestAnswer> {
    return this.call('DELETE', path, undefined, headers);
  }

  /** @throws {RemoteError} `unreachable`, `certificate`, `timeout`, `cancelled` */
  private async call(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<RestAnswer> {
    const { timeoutMs = TIMEOUT_MS, signal } = this.options;
    if (signal?.aborted) {
      throw new RemoteError('cancelled');
    }
    const timeout = AbortSignal.timeout(timeoutMs);
    // `AbortSignal.any` came with Node 20.3 only.
    const either = new AbortController();
    const abort = (): void => either.abort();
    [timeout, signal].forEach((each) => each?.addEventListener('abort', abort, { once: true }));
    try {
      const response = await fetch(this.url + path, {
        method,
        redirect: 'manual',
        headers: { ...headersOf(this.credential, body), ...headers },
        body: bodyOf(body),
        signal: either.signal,
      });
      return await readAnswer(response);
    } catch (error) {
      if (signal?.aborted) {
        throw new RemoteError('cancelled');
      }
      throw timeout.aborted
        ? new RemoteError('timeout', { origin: this.url, seconds: String(timeoutMs / 1000) })
        : this.unreachable(error);
    } finally {
      // It outlives many calls.
      signal?.removeEventListener('abort', abort);
    }
  }

  /** `fetch` says no more than that it failed; the cause knows why. */
  private unreachable(error: unknown): RemoteError {
    const { code, message } = ((error as Error).cause ?? error) as { code?: string; message?: string };
    const reason = shown(code ?? message ?? 'no reason given');
    const isCertificate = /CERT|SELF_SIGNED|UNABLE_TO|ERR_TLS/.test(reason);
    return new RemoteError(isCertificate ? 'certificate' : 'unreachable', { origin: this.url, reason });
  }
}

function headersOf(credential: RemoteCredential | undefined, body: unknown): Record<string, string> {
  return {
    ...(body !== undefined && !isForm(body) && { 'Content-Type': 'application/json' }),
    ...(credential && { 'X-User-Id': credential.userId, 'X-Auth-Token': credential.authToken }),
  };
}

function bodyOf(body: unknown): FormData | URLSearchParams | string | undefined {
  return isForm(body) || body === undefined ? body : JSON.stringify(body);
}

function isForm(body: unknown): body is FormData | URLSearchParams {
  return body instanceof FormData || body instanceof URLSearchParams;
}

/** Reads an answer to its end. */
export async function readAnswer(response: Response): Promise<RestAnswer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: parsed(text), text };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
