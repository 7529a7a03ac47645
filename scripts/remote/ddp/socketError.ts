/** What can go wrong without the server saying anything, by `code`. */
const OWN_REASONS = {
  'socket-address': 'The address of the workspace must begin with http:// or https://.',
  'socket-unreachable': 'The workspace did not accept the connection.',
  'socket-closed': 'The connection was closed.',
  'socket-timeout': 'The workspace did not answer in time.',
  'socket-refused': 'The workspace refused this without saying why.',
};

export type OwnCode = keyof typeof OWN_REASONS;

/**
 * Thrown when the server answers a call, a login or a subscription with an error, and with a `code` that begins with
 * `socket-` when there is no answer. Neither the code nor the reason contains what was sent.
 */
export class SocketError extends Error {
  /**
   * @param code the server's `error`, as text: `403`, `totp-required`, `error-not-allowed`
   * @param reason a sentence for people; empty when the server gives none
   * @param details what comes with some errors, such as the methods of a second factor
   */
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly details?: unknown,
  ) {
    super(`${reason} [${code}]`.trim());
    this.name = 'SocketError';
  }

  static own(code: OwnCode): SocketError {
    return new SocketError(code, OWN_REASONS[code]);
  }

  /** From the `error` of a `result` or a `nosub`: `{"isClientSafe":true,"error":403,"reason":"…","errorType":"Meteor.Error"}`. */
  static ofServer(answered: unknown): SocketError {
    const { error, reason, details } = (answered ?? {}) as { error?: unknown; reason?: unknown; details?: unknown };
    if (typeof error !== 'string' && typeof error !== 'number') {
      return SocketError.own('socket-refused');
    }
    return new SocketError(String(error), typeof reason === 'string' ? reason : '', details);
  }
}
