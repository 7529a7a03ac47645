import { AuditEntry, AuditOutcome, dayOf, RecordedEntry, SessionOutcome } from '../../core/audit/auditEntry';
import { AuditLog } from '../../core/audit/auditLog';
import { countedAs } from '../../core/audit/countedRefusals';
import { recordedEntry } from '../../core/audit/recordedEntry';
import { Licence } from '../../core/logout/licence';
import { LogoutPorts, LogoutRequest } from '../../core/logout/logoutSession';
import { readInfoReply } from '../../core/logout/readInfoReply';
import { readReply, WorkspaceReply } from '../../core/logout/readReply';
import { InfoCall } from '../../core/logout/sessionInfoApi';
import { LogoutCall } from '../../core/logout/sessionsApi';
import { budgetFrom } from '../../core/shared/budget';
import {
  AlarmSettings,
  ChatSettings,
  LogoutSettings,
  RecordSettings,
  SettingsReader,
} from '../../core/shared/settings';
import { MemoryCodeAttempts } from './codeAttempts';

export const NOW = Date.parse('2026-03-01T10:00:00Z');

/** Answers of a workspace, as recorded on real servers. */
export const replies = {
  done: (sessionId = 'aLiveSession'): WorkspaceReply => json(200, { sessionId, success: true }),
  notFound: json(404, { success: false, error: 'Session not found' }),
  session: (sessionId: string, userId = 'u7', username = 'alice'): WorkspaceReply =>
    json(200, {
      _id: sessionId,
      sessionId,
      userId,
      device: { type: 'browser', name: 'Chrome', version: '120.0.0', os: { name: 'Mac OS', version: '10.15.7' } },
      ip: '203.0.113.24',
      loginAt: '2026-02-28T10:00:00.000Z',
      _user: { username, name: username },
      success: true,
    }),
  challenge: secondFactor('totp-required', 'TOTP Required [totp-required]'),
  incorrectCode: secondFactor('totp-invalid', 'TOTP Invalid [totp-invalid]'),
  tooManyCodes: secondFactor('totp-max-attempts', 'TOTP Maximun Failed Attempts Reached [totp-max-attempts]'),
  notLoggedIn: json(401, { status: 'error', message: 'You must be logged in to do this.' }),
  notPermitted: json(403, {
    success: false,
    error: 'User does not have the permissions required for this action [error-unauthorized]',
  }),
  noLicense: json(403, { success: false, error: 'unauthorized' }),
  tooMany: json(429, {
    success: false,
    error:
      'Error, too many requests. You must wait 42 seconds before trying this endpoint again. [error-too-many-requests]',
  }),
};

export function json(status: number, body: unknown): WorkspaceReply {
  return { status, body };
}

function secondFactor(errorType: string, error: string): WorkspaceReply {
  const details = { method: 'totp', codeGenerated: false, availableMethods: ['totp'] };
  return json(400, { success: false, error, errorType, details });
}

export type Settings = LogoutSettings & ChatSettings & RecordSettings & AlarmSettings;

export const settings: Settings = {
  allowedRoles: ['admin'],
  withoutChallenge: 'refuse',
  workspaceUrl: 'http://workspace.test',
  timeoutMs: 10_000,
  passwordInChat: false,
  connectionLifetimeMs: 3_600_000,
  siteUrl: 'http://workspace.test',
  auditorRoles: [],
  keepDays: 400,
  tellPerson: true,
  tellWho: false,
  securityRoom: '',
};

type SettingGroup = 'logout' | 'chat' | 'record' | 'alarms';

export const request: LogoutRequest = {
  caller: { id: 'u1', username: 'admin', roles: ['user', 'admin'], isEnabled: true },
  credential: { kind: 'login-token', userId: 'u1', authToken: 'a-token-that-stays-secret' },
  body: { sessionId: 'aLiveSession', reason: 'stolen laptop' },
  code: '123456',
  method: 'totp',
  via: 'api',
  correlationId: 'request-1',
};

type Write = 'append' | 'completeSession' | 'complete';

/** An audit log in memory. */
export class MemoryAuditLog implements AuditLog {
  private readonly entries: AuditEntry[] = [];
  private readonly outcomes = new Map<string, AuditOutcome>();
  private readonly sessions = new Map<string, SessionOutcome[]>();
  /** The entries that stand for several, by what they have in common. */
  private readonly counted = new Map<string, { readonly id: string; times: number }>();
  /** Makes it fail as a store that is down would. */
  refusing: Partial<Record<Write, boolean>> = {};
  /** What it waits for before it stores an entry. */
  holding: Promise<void> | undefined;
  /** What it was asked to store, in order. */
  readonly writes: Write[] = [];

  async append(entry: AuditEntry, outcome?: AuditOutcome): Promise<void> {
    this.writes.push('append');
    await this.holding;
    if (this.refusing.append) {
      throw new Error('the store is down');
    }
    const kind = countedAs(entry, outcome);
    const first = kind === undefined ? undefined : this.counted.get(kind);
    if (first) {
      first.times++;
      return;
    }
    if (kind !== undefined) {
      this.counted.set(kind, { id: entry.id, times: 1 });
    }
    this.entries.push(entry);
    if (outcome) {
      this.outcomes.set(entry.id, outcome);
    }
  }

  async completeSession(entry: AuditEntry, outcome: SessionOutcome): Promise<void> {
    this.writes.push('completeSession');
    if (this.refusing.completeSession) {
      throw new Error('the store is down');
    }
    this.sessions.set(entry.id, [...(this.sessions.get(entry.id) ?? []), outcome]);
  }

  async complete(entry: AuditEntry, outcome: AuditOutcome): Promise<void> {
    this.writes.push('complete');
    if (this.refusing.complete) {
      throw new Error('the store is down');
    }
    this.outcomes.set(entry.id, outcome);
  }

  async entriesOf(day: string): Promise<RecordedEntry[]> {
    return this.entries
      .filter(({ at }) => dayOf(at) === day)
      .sort((a, b) => a.at - b.at)
      .map((entry) => {
        const recorded = recordedEntry(entry, this.outcomes.get(entry.id) ?? 'unknown', this.sessions.get(entry.id));
        const { times = 1 } = Array.from(this.counted.values()).find(({ id }) => id === entry.id) ?? {};
        return { ...recorded, ...(times > 1 && { times }) };
      });
  }
}

/**
 * Settings as they are now, or why they cannot be read. Counts how often each group was asked for.
 *
 * @param later what a reader finds that reads them anew
 */
export function settingsOf(
  value: Settings | Error,
  later: () => Settings | Error = () => value,
): SettingsReader & { readonly asked: Record<SettingGroup, number> } {
  const asked = { logout: 0, chat: 0, record: 0, alarms: 0 };
  const read = async (group: SettingGroup): Promise<Settings> => {
    asked[group]++;
    if (value instanceof Error) {
      throw value;
    }
    return value;
  };
  return {
    asked,
    logout: () => read('logout'),
    chat: () => read('chat'),
    record: () => read('record'),
    alarms: () => read('alarms'),
    again: () => settingsOf(later(), later),
  };
}

/**
 * One world for a logout: what the workspace will answer, one reply or failure per call, and what it was sent.
 *
 * @param answers read as the app reads them; an error is thrown
 */
export function world(answers: Array<WorkspaceReply | Error>, settingsOrError: Settings | Error = settings) {
  const sent: LogoutCall[] = [];
  const lookUps: InfoCall[] = [];
  /** What the workspace says to a look-up, by what was asked; by default it knows no such session. */
  const sessionInfo = { answer: (_call: InfoCall): WorkspaceReply | Error => replies.notFound };
  /** What the workspace says of its licence, and how often it was asked. */
  const licence = { says: 'there' as Licence, asked: 0 };
  const notes: unknown[] = [];
  const alarms = { ended: jest.fn(async () => undefined), lockedOut: jest.fn(async () => undefined) };
  const audit = new MemoryAuditLog();
  const remove = jest.fn(async (_userId: string): Promise<void> => undefined);
  const disconnect = jest.fn(async (_userId: string): Promise<void> => undefined);
  let time = NOW;
  let startedAt = NOW;
  let ids = 0;
  const clock = {
    now: () => time,
    async sleep(milliseconds: number): Promise<void> {
      time += milliseconds;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
  const codeAttempts = new MemoryCodeAttempts(clock);
  const ports: LogoutPorts = {
    settings: settingsOf(settingsOrError),
    roles: { findId: async (idOrName) => (idOrName === 'security-officer' ? 'r4nd0mR0leId' : undefined) },
    connections: { remove, disconnect },
    codeAttempts,
    lockouts: codeAttempts,
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
        return readReply(reply);
      },
    },
    sessionInfo: {
      async info(call) {
        lookUps.push(call);
        const reply = sessionInfo.answer(call);
        if (reply instanceof Error) {
          throw reply;
        }
        return readInfoReply(reply);
      },
    },
    licence: {
      async deviceManagement() {
        licence.asked++;
        return licence.says;
      },
    },
    audit,
    log: { note: (event) => void notes.push(event) },
    alarms,
    clock,
    random: { id: () => `id${++ids}` },
    budget: { limit: (timeoutMs, leastMs) => budgetFrom(startedAt, clock).limit(timeoutMs, leastMs) },
  };
  return {
    ports,
    sent,
    /** The look-ups of whose session it is, and what they are answered. */
    lookUps,
    sessionInfo,
    licence,
    notes,
    audit,
    /** Who was told of what. */
    alarms,
    remove,
    disconnect,
    /** Everybody's codes. */
    codeAttempts,
    /** What was recorded today, as an auditor would read it. */
    recorded: () => audit.entriesOf(dayOf(NOW)),
    /** Calls that could have ended the session: all but probes. */
    endings: () => sent.filter(({ sessionId }) => !sessionId.startsWith('probe-')),
    /** Time that passes within one call into the app. */
    spend: (milliseconds: number) => void (time += milliseconds),
    /** Time that passes between two calls into the app: the next one has its own budget. */
    sleep: (milliseconds: number) => void (startedAt = time += milliseconds),
  };
}

/** What a promise failed with. */
export async function failureOf(running: Promise<unknown>): Promise<unknown> {
  try {
    await running;
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}

/** What a function threw. */
export const thrownBy = (act: () => unknown): Promise<unknown> => failureOf(Promise.resolve().then(act));
