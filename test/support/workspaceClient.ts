export interface Answer {
  status: number;
  /** Without its parameters; empty when there is none. */
  contentType: string;
  headers: Headers;
  text: string;
}

export interface Call {
  method?: string;
  /** Whose login the call carries. */
  as?: Login;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Sent as it is. */
  text?: string;
}

export interface Login {
  userId: string;
  authToken: string;
}

/** HTTP with an embedded workspace: its routes, and what `/_dev` offers. */
export class WorkspaceClient {
  /** @param url of one of its servers */
  constructor(private readonly url: string) {}

  async call(path: string, { method = 'POST', as, headers, body, text }: Call = {}): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(as && { 'x-user-id': as.userId, 'x-auth-token': as.authToken }),
        ...headers,
      },
      body: body === undefined ? text : JSON.stringify(body),
    });
    return {
      status: response.status,
      contentType: (response.headers.get('content-type') ?? '').split(';')[0],
      headers: response.headers,
      text: await response.text(),
    };
  }

  /** `GET` or, with a body, `POST /_dev/…`. @throws when it is not answered with 200 */
  async dev<T = unknown>(path: string, body?: unknown): Promise<T> {
    const answer = await this.call(`/_dev/${path}`, { method: body === undefined ? 'GET' : 'POST', body });
    if (answer.status !== 200) {
      throw new Error(`/_dev/${path}: ${answer.status} ${answer.text}`);
    }
    return JSON.parse(answer.text) as T;
  }

  login(username: string): Promise<Login> {
    return this.dev<Login>('tokens', { username });
  }
}
