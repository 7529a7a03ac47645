/** A message of the protocol (Meteor `packages/ddp/DDP.md`), as either side writes it. */
export interface DdpMessage {
  readonly msg?: unknown;
  readonly [field: string]: unknown;
}

/** @returns undefined for what is no object */
export function readMessage(text: string): DdpMessage | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && !Array.isArray(message)
      ? (message as DdpMessage)
      : undefined;
  } catch {
    return undefined;
  }
}

/** How a date stands in JSON (Meteor `packages/ejson`). */
export function ddpDate(milliseconds: number): { readonly $date: number } {
  return { $date: milliseconds };
}

/** Thrown by a method or a subscription, for the client to see. */
export class DdpError extends Error {
  constructor(
    readonly code: string | number,
    readonly reason?: string,
    readonly details?: object,
  ) {
    super(`${reason ?? ''} [${code}]`.trim());
    this.name = 'DdpError';
  }

  /** As a server writes it (Meteor `packages/meteor/errors.js`); fields without a value are left out. */
  toJSON(): object {
    const { code: error, reason, details, message } = this;
    return { isClientSafe: true, error, reason, details, message, errorType: 'Meteor.Error' };
  }
}

/** A client learns nothing of an error that was not meant for it (Meteor `packages/ddp-server`). */
export function toDdpError(error: unknown): DdpError {
  return error instanceof DdpError ? error : new DdpError(500, 'Internal server error');
}
