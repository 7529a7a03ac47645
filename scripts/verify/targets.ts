import { randomBytes } from 'crypto';
import { TEXTS } from './texts';

declare const brand: unique symbol;

/** The ID of a session that the test person themselves listed as their own, or of one that cannot exist. */
export type TargetSession = string & { readonly [brand]: 'TargetSession' };

/** Whose sessions may be ended. */
export interface TestPerson {
  readonly userId: string;
  readonly username: string;
  readonly [brand]: 'TestPerson';
}

/** Thrown before anything is sent that could end somebody else's session. It is a defect of this command. */
export class NotTheTestPerson extends Error {
  constructor() {
    super(TEXTS.notTheTestPerson);
    this.name = 'NotTheTestPerson';
  }
}

/** As the app and the workspace read session IDs: what does not fit cannot name a session. */
const SESSION_ID = /^[A-Za-z0-9_-]{1,128}$/;
const SESSION_FIELDS = ['sessionId', 'sessionIds', 'except'];
const PERSON_FIELDS = ['userId', 'username'];
const HARMLESS_LINE = /^(status|connect|disconnect|help|log)( |$)/;

/**
 * The one gate for everything that could end a session. What a run sends to a route or types as a command goes through
 * `requireOwn` or `requireOwnLine`: every session, user ID and username in it must be the test person's, or made up here.
 */
export class Targets {
  readonly person: TestPerson;
  private readonly sessions = new Set<string>();
  private readonly people: ReadonlySet<string>;
  private readonly nobodies = new Set<string>();

  constructor({ userId, username }: { readonly userId: string; readonly username: string }) {
    this.person = { userId, username } as TestPerson;
    this.people = new Set([userId, username]);
  }

  /**
   * @param rows of the list of their own sessions that the test person's login was given
   * @throws NotTheTestPerson when the server lists somebody else's there
   */
  own(row: { readonly sessionId: string; readonly userId: string }): TargetSession {
    if (row.userId !== this.person.userId || !SESSION_ID.test(row.sessionId)) {
      throw new NotTheTestPerson();
    }
    this.sessions.add(row.sessionId);
    return row.sessionId as TargetSession;
  }

  /** A session ID of 32 random characters, which no session has. */
  noSession(): TargetSession {
    const id = `verify-${randomBytes(12).toString('hex')}`;
    this.nobodies.add(id);
    return id as TargetSession;
  }

  /** A username of 32 random characters, which nobody has. */
  nobody(): string {
    return this.noSession();
  }

  /** @throws NotTheTestPerson unless whatever this body could name is the test person's, or nobody's */
  requireOwn(body: unknown): void {
    for (const [name, value] of fieldsOf(body)) {
      const values: unknown[] = Array.isArray(value) ? value : [value];
      const isOwn = SESSION_FIELDS.includes(name) ? this.isOwnSession : this.isOwnPerson;
      if ([...SESSION_FIELDS, ...PERSON_FIELDS].includes(name) && !values.every(isOwn)) {
        throw new NotTheTestPerson();
      }
    }
  }

  /** @throws NotTheTestPerson unless what this command names is the test person, their session, or a session of nobody */
  requireOwnLine(line: string): void {
    const [, subcommand, person] = /^(?:(find|unlock) )?@(\S+)/.exec(line) ?? [];
    const [first] = line.split(' ');
    const isOwn =
      person === undefined ? HARMLESS_LINE.test(line) || this.isOwnSession(first) : person === this.person.username;
    if (!isOwn || (subcommand === undefined && first === '')) {
      throw new NotTheTestPerson();
    }
  }

  private readonly isOwnSession = (value: unknown): boolean =>
    !SESSION_ID.test(textOf(value)) || this.sessions.has(textOf(value)) || this.nobodies.has(textOf(value));

  // An empty or missing user ID would mean the caller (apps/meteor/app/api/server/v1/users.ts).
  private readonly isOwnPerson = (value: unknown): boolean =>
    typeof value === 'string' && (this.people.has(value) || this.nobodies.has(value));
}

function fieldsOf(body: unknown): Array<[string, unknown]> {
  if (body instanceof URLSearchParams) {
    return [...body];
  }
  return typeof body === 'object' && body !== null ? Object.entries(body) : [];
}

/** As a server reads it that turns what is no text into one. */
function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
