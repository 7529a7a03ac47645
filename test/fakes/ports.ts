import { AuditEntry, AuditOutcome, dayOf, RecordedEntry } from '../../core/audit';
import { LogoutAsk, LogoutPorts } from '../../core/logoutSessions';
import { AuditLog, LogoutCall, LogoutSettings, WorkspaceReply } from '../../core/ports';

export const NOW = Date.parse('2026-03-01T10:00:00Z');

/** Answers of a workspace, as recorded on real servers. */
export const replies = {
  done: (sessionId = 'aLiveSession'): WorkspaceReply => json(200, { sessionId, success: true }),
  notFound: json(404, { success: false, error: 'Session not found' }),
  challenge: secondFactor('totp-required', 'TOTP Required [totp-required]'),
  wrongCode: secondFactor('totp-invalid', 'TOTP Invalid [totp-invalid]'),
  tooManyCodes: secondFactor('totp-max-attempts', 'TOTP Maximun Failed Attempts Reached [totp-max-attempts]'),
};

export function json(status: number, body: unknown): WorkspaceReply {
  return { kind: 'answer', status, body };
}

function secondFactor(errorType: string, error: string): WorkspaceReply {
  const details = { method: 'totp', codeGenerated: false, availableMethods: ['totp'] };
  return json(400, { success: false, error, errorType, details });
}

export const settings: LogoutSettings = {
  allowedRoles: ['admin'],
  withoutChallenge: 'refuse',
  workspaceUrl: 'http://workspace.test',
  timeoutMs: 10_000,
  passwordInChat: false,
  connectionLifetimeMs: 3_600_000,
  siteUrl: 'http://workspace.test',
};

export const ask: LogoutAsk = {
  caller: { id: 'u1', username: 'admin', roles: ['user', 'admin'] },
  credential: { kind: 'login-token', userId: 'u1', authToken: 'a-token-that-stays-secret' },
  body: { sessionId: 'aLiveSession', reason: 'stolen laptop' },
  code: '123456',
  method: 'totp',
  via: 'api',
  correlationId: 'request-1',
};

/** An audit log in memory. `refusing` makes it fail as a store that is down would. */
export class MemoryAuditLog implements AuditLog {
  private readonly entries: AuditEntry[] = [];
  private readonly outcomes = new Map<string, AuditOutcome>();
  refusing: Partial<Record<'append' | 'complete', boolean>> = {};

  async append(entry: AuditEntry): Promise<void> {
    if (this.refusing.append) {
      throw new Error('the store is down');
    }
    this.entries.push(entry);
  }

  async complete(entry: AuditEntry, outcome: AuditOutcome): Promise<void> {
    if (this.refusing.complete) {
      throw new Error('the store is down');
    }
    this.outcomes.set(entry.id, outcome);
  }

  async entriesOf(day: string): Promise<RecordedEntry[]> {
    return this.entries
      .filter(({ at }) => dayOf(at) === day)
      .sort((a, b) => a.at - b.at)
      .map((entry) => ({ ...entry, outcome: this.outcomes.get(entry.id) ?? 'unknown' }));
  }
}

/** One world for a logout: what the workspace will answer, one reply per call, and what it was sent. */
export function world(answers: Array<WorkspaceReply | Error>, settingsOrError: LogoutSettings | Error = settings) {
  const sent: LogoutCall[] = [];
  const notes: unknown[] = [];
  const audit = new MemoryAuditLog();
  let time = NOW;
  let ids = 0;
  const ports: LogoutPorts = {
    settings: {
      async read() {
        if (settingsOrError instanceof Error) {
          throw settingsOrError;
        }
        return settingsOrError;
      },
    },
    roles: { findId: async (idOrName) => (idOrName === 'security-officer' ? 'r4nd0mR0leId' : undefined) },
    sessions: {
      async logout(call) {
        sent.push(call);
        const reply = answers[sent.length - 1];
        if (!reply) {
          throw new Error('a call nobody expected');
        }
        if (reply instanceof Error) {
          throw reply;
        }
        return reply;
      },
    },
    audit,
    log: { note: (event) => void notes.push(event) },
    clock: { now: () => time },
    random: { id: () => `id${++ids}` },
  };
  return {
    ports,
    sent,
    notes,
    audit,
    /** What was recorded today, as an auditor would read it. */
    recorded: () => audit.entriesOf(dayOf(NOW)),
    /** Calls that could have ended the session: all but probes. */
    endings: () => sent.filter(({ sessionId }) => !sessionId.startsWith('probe-')),
    sleep: (milliseconds: number) => void (time += milliseconds),
  };
}
