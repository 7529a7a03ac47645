/** One message of the protocol, as either side writes it. A server's greeting, `{"server_id":"0"}`, has no `msg`. */
export interface DdpMessage {
  readonly msg?: string;
  readonly [field: string]: unknown;
}

/** @returns undefined for what is no message of the protocol, which a client must ignore */
export function decode(text: string): DdpMessage | undefined {
  try {
    const message: unknown = JSON.parse(text);
    return typeof message === 'object' && message !== null && !Array.isArray(message)
      ? (message as DdpMessage)
      : undefined;
  } catch {
    return undefined;
  }
}

export function encode(message: DdpMessage): string {
  return JSON.stringify(message);
}

/** The event of a stream and its arguments; undefined for a change of anything else. */
export function streamEventOf({ collection, fields }: DdpMessage): StreamEvent | undefined {
  const { eventName, args } = (fields ?? {}) as { eventName?: unknown; args?: unknown };
  return typeof collection === 'string' && typeof eventName === 'string' && Array.isArray(args)
    ? { stream: collection, event: eventName, args }
    : undefined;
}

export interface StreamEvent {
  readonly stream: string;
  readonly event: string;
  readonly args: readonly unknown[];
}
