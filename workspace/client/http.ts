/** Somebody's login, with its live token. */
export interface Login {
  readonly userId: string;
  readonly authToken: string;
}

/** What a call says about who makes it: a login, or an OAuth2 access token. */
export type Credential = Login | { readonly accessToken: string };

export interface Call {
  /** Default: `POST` with a body, `GET` without. */
  readonly method?: string;
  readonly as?: Credential;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is. */
  readonly text?: string | URLSearchParams;
}

/** What came back from a call, read to its end. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Without its parameters; empty when there is none. */
  readonly contentType: string;
  /** The body as it came. */
  readonly text: string;
  /** The parsed body; undefined when it is not JSON. */
  readonly body: unknown;
}

/** Makes one call over HTTP. An answer with any status is an answer; redirects are not followed. */
export async function send(url: string, { method, as, headers, body, text }: Call = {}): Promise<Answer> {
  const isJson = body !== undefined;
  const response = await fetch(url, {
    method: method ?? (isJson || text !== undefined ? 'POST' : 'GET'),
    headers: merged(isJson ? { 'Content-Type': 'application/json' } : {}, credentialHeaders(as), headers ?? {}),
    body: isJson ? JSON.stringify(body) : text,
    redirect: 'manual',
  });
  const contentType = (response.headers.get('content-type') ?? '').split(';')[0];
  const received = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    contentType,
    text: received,
    body: contentType === 'application/json' ? parsed(received) : undefined,
  };
}

/** The headers by which the workspace recognizes a caller. */
export function credentialHeaders(credential?: Credential): Record<string, string> {
  if (credential === undefined) {
    return {};
  }
  return 'accessToken' in credential
    ? { Authorization: `Bearer ${credential.accessToken}` }
    : { 'X-User-Id': credential.userId, 'X-Auth-Token': credential.authToken };
}

/** Names of headers are compared without case, so a plain object could send one of them twice. */
function merged(...all: ReadonlyArray<Readonly<Record<string, string>>>): Headers {
  const headers = new Headers();
  for (const [name, value] of all.flatMap(Object.entries<string>)) {
    headers.set(name, value);
  }
  return headers;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
