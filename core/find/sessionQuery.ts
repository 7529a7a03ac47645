import { AddressRange } from './addressRange';

/** Which sessions somebody looks for: those that fit everything that is given. Without anything, all sessions. */
export interface SessionQuery {
  /** One person, by ID. Only rows of exactly this ID count. */
  readonly userId?: string;
  /** Each must be part of the person's name, the client, the system, the address or the session ID; capitals do not matter. */
  readonly words: readonly string[];
  readonly ip?: AddressRange;
  /** Part of the system's name and version, such as `windows` or `mac os 10.15`; capitals do not matter. */
  readonly os?: string;
  /** Part of the client's name, type and version, such as `mobile` or `chrome`; capitals do not matter. */
  readonly client?: string;
  /** Logged in at this time or later, in milliseconds since the epoch. */
  readonly loginAfter?: number;
  /** Logged in before this time, in milliseconds since the epoch. */
  readonly loginBefore?: number;
}
