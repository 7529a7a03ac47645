/** Takes the arguments of one event of a stream, as they came: a date is `{ $date: <epoch milliseconds> }`. */
export type StreamListener = (args: readonly unknown[]) => void;

/** A connection to a workspace as chat clients have it. Nothing is sent again and nothing reconnects: a test wants to see that. */
export interface WorkspaceSocket {
  /**
   * Logs in with an auth token (`login` with `{resume}`).
   * @returns the ID of the user
   * @throws SocketError `403` when the workspace does not know the token
   */
  logIn(authToken: string): Promise<string>;
  /**
   * Calls a method.
   * @returns its result; undefined when the method returns nothing
   * @throws SocketError with the server's `error` as `code`; `socket-closed`, `socket-timeout`
   */
  call(method: string, ...params: unknown[]): Promise<unknown>;
  /**
   * Subscribes to one event of a stream, e.g. `('stream-notify-user', `${userId}/uiInteraction`)`. Resolves once the
   * server said that it is ready; from then on no event is missed.
   * @throws SocketError with the server's `error` when one may not listen to it; `socket-closed`, `socket-timeout`
   */
  listen(stream: string, event: string, listener: StreamListener): Promise<void>;
  /** The close code, once the server, the network (1006) or `close` (1000) ended the connection. Never rejects. */
  readonly closed: Promise<number>;
  /** Ends the connection; what still waits for an answer gets `socket-closed`. May be called twice. */
  close(): void;
}

export interface SocketOptions {
  /** How long to wait for the connection and for each answer, in milliseconds. */
  timeoutMs?: number;
  /** Headers of the request that opens the connection, such as `User-Agent`, which names the device of a session. */
  headers?: Record<string, string>;
}
