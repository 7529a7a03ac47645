/** One login of one device, as the workspace lists it: one row per login token (apps/meteor/server/models/raw/Sessions.ts). */
export interface SessionRow {
  readonly sessionId: string;
  readonly userId: string;
  /** Absent when the account is deleted. */
  readonly username?: string;
  /** The name shown for the person, where they have one. */
  readonly name?: string;
  readonly device?: SessionDevice;
  /** Absent when the server knows none. */
  readonly ip?: string;
  /** In milliseconds since the epoch. */
  readonly loginAt: number;
  /** The row as the workspace sent it, for programs. */
  readonly asSent: Readonly<Record<string, unknown>>;
}

/** What the workspace made of a client's User-Agent; texts it does not know are absent. */
export interface SessionDevice {
  /** `browser`, `mobile`, `tablet`, `mobile-app`, `desktop-app` or `other`. */
  readonly type?: string;
  /** The client: `Chrome`, `RC Mobile`, `Rocket.Chat`. */
  readonly name?: string;
  readonly version?: string;
  readonly os?: string;
  readonly osVersion?: string;
}
