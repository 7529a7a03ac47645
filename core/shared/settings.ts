import { URL } from 'url';
import { AppError } from './errors';
import {
  MAX_CONNECTION_HOURS,
  MAX_KEEP_DAYS,
  MAX_ROLES,
  MAX_ROLES_LENGTH,
  MAX_SETTING_LENGTH,
  MAX_TIMEOUT_SECONDS,
  MIN_TIMEOUT_SECONDS,
} from './limits';
import { WorkspaceAddress } from './ports';

const HOUR_MS = 3_600_000;

/** What every logout needs to know. */
export interface LogoutSettings extends WorkspaceAddress {
  /** Role IDs or names; empty allows nobody. */
  readonly allowedRoles: readonly string[];
  /** What to do when the workspace does not ask for a second factor. */
  readonly withoutChallenge: 'refuse' | 'allow';
}

/** What chat needs to know as well. */
export interface ChatSettings {
  /** Whether a password may be typed in chat, where it can be read on the screen. */
  readonly passwordInChat: boolean;
  /** How long a person stays connected, in milliseconds. */
  readonly connectionLifetimeMs: number;
  /** The workspace's public address, which browsers use, without a slash at the end. */
  readonly siteUrl: string;
}

/** What reading the record, and clearing it away, needs to know. */
export interface RecordSettings {
  /** Role IDs or names; empty means the allowed roles. */
  readonly auditorRoles: readonly string[];
  /** How many days entries are kept; 0 keeps them for good. */
  readonly keepDays: number;
}

/** Who is told of what was done. */
export interface AlarmSettings {
  /** Whether the person whose sessions were ended gets a message. */
  readonly tellPerson: boolean;
  /** Whether that message says who ended them, and why. */
  readonly tellWho: boolean;
  /** Name or ID of the room that is told of logouts and lockouts; empty for none. */
  readonly securityRoom: string;
}

/** Reads settings at most once for all who ask during one call into the app. */
export interface SettingsReader {
  /** @throws AppError `error-settings-unreadable` when one of them is missing or could not have been saved */
  logout(): Promise<LogoutSettings>;
  /** @throws AppError `error-settings-unreadable` when one of them is missing or could not have been saved */
  chat(): Promise<ChatSettings>;
  /** @throws AppError `error-settings-unreadable` when one of them is missing or could not have been saved */
  record(): Promise<RecordSettings>;
  /** @throws AppError `error-settings-unreadable` when one of them is missing or could not have been saved */
  alarms(): Promise<AlarmSettings>;
  /** A reader that reads them anew, for a check that must not rest on what was true a while ago. */
  again(): SettingsReader;
}

/** The IDs of the app's settings and what their values mean. A parser gives undefined for a value it does not accept. */
export const settingParsers = {
  allowed_roles: parseRoles,
  without_challenge: parseWithoutChallenge,
  workspace_url: parseWorkspaceUrl,
  timeout_seconds: parseTimeoutSeconds,
  password_in_chat: parseSwitch,
  connection_hours: parseConnectionHours,
  auditor_roles: parseRoles,
  keep_days: parseKeepDays,
  tell_person: parseSwitch,
  tell_who: parseSwitch,
  security_room: parseRoom,
} as const;

export type SettingId = keyof typeof settingParsers;
export const SETTING_IDS = Object.keys(settingParsers) as SettingId[];

/** The settings that are read for every logout, and those that only some of what the app does needs. */
export const LOGOUT_SETTING_IDS = ['allowed_roles', 'without_challenge', 'workspace_url', 'timeout_seconds'] as const;
export const CHAT_SETTING_IDS = ['password_in_chat', 'connection_hours'] as const;
export const RECORD_SETTING_IDS = ['auditor_roles', 'keep_days'] as const;
export const ALARM_SETTING_IDS = ['tell_person', 'tell_who', 'security_room'] as const;

type Values<Id extends SettingId> = Readonly<Record<Id, unknown>>;

/** Whether a value may be saved for a setting. */
export function isAcceptable(id: SettingId, value: unknown): boolean {
  return settingParsers[id](value) !== undefined;
}

/**
 * Makes the stored values into what a logout needs, or nothing at all: one unreadable value stops every logout.
 *
 * @param values the stored values by setting ID
 * @param siteUrl the workspace's own public address, used where `workspace_url` is empty
 * @throws AppError `error-settings-unreadable`
 */
export function parseLogoutSettings(
  values: Values<(typeof LOGOUT_SETTING_IDS)[number]>,
  siteUrl: unknown,
): LogoutSettings {
  const internal = parseWorkspaceUrl(values.workspace_url);
  return {
    // An unreadable list of roles allows nobody, and the caller is told just that.
    allowedRoles: parseRoles(values.allowed_roles) ?? [],
    withoutChallenge: readable(parseWithoutChallenge(values.without_challenge)),
    workspaceUrl: readable(internal === '' ? parseWorkspaceUrl(siteUrl) : internal),
    timeoutMs: readable(parseTimeoutSeconds(values.timeout_seconds)) * 1000,
  };
}

/**
 * Makes the stored values into what chat needs.
 *
 * @param siteUrl the workspace's own public address
 * @throws AppError `error-settings-unreadable`
 */
export function parseChatSettings(values: Values<(typeof CHAT_SETTING_IDS)[number]>, siteUrl: unknown): ChatSettings {
  return {
    passwordInChat: readable(parseSwitch(values.password_in_chat)),
    connectionLifetimeMs: readable(parseConnectionHours(values.connection_hours)) * HOUR_MS,
    siteUrl: readable(parseWorkspaceUrl(siteUrl)),
  };
}

/**
 * Makes the stored values into what reading and clearing away the record needs.
 *
 * @throws AppError `error-settings-unreadable`
 */
export function parseRecordSettings(values: Values<(typeof RECORD_SETTING_IDS)[number]>): RecordSettings {
  return {
    auditorRoles: known(parseRoles(values.auditor_roles)),
    keepDays: known(parseKeepDays(values.keep_days)),
  };
}

/**
 * Makes the stored values into who is told of what.
 *
 * @throws AppError `error-settings-unreadable`
 */
export function parseAlarmSettings(values: Values<(typeof ALARM_SETTING_IDS)[number]>): AlarmSettings {
  return {
    tellPerson: known(parseSwitch(values.tell_person)),
    tellWho: known(parseSwitch(values.tell_who)),
    securityRoom: known(parseRoom(values.security_room)),
  };
}

function known<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new AppError('error-settings-unreadable');
  }
  return value;
}

/** Known, and not empty. */
function readable<T>(value: T | undefined): T {
  if (value === undefined || (value as unknown) === '') {
    throw new AppError('error-settings-unreadable');
  }
  return value;
}

/** Comma-separated role IDs or names; empty is a list of none. */
function parseRoles(value: unknown): string[] | undefined {
  if (typeof value !== 'string' || value.length > MAX_ROLES_LENGTH) {
    return undefined;
  }
  const roles = value
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '');
  return roles.length <= MAX_ROLES ? roles : undefined;
}

function parseWithoutChallenge(value: unknown): LogoutSettings['withoutChallenge'] | undefined {
  return value === 'refuse' || value === 'allow' ? value : undefined;
}

/**
 * An http(s) address without credentials, query or fragment, and without the characters that would begin one; slashes
 * at the end are dropped. Empty stays empty.
 */
export function parseWorkspaceUrl(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_SETTING_LENGTH) {
    return undefined;
  }
  const text = value.trim();
  if (text === '') {
    return '';
  }
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return undefined;
  }
  const plain = url.username === '' && url.password === '' && !/[?#@\\\s]/.test(text);
  return plain && ['http:', 'https:'].includes(url.protocol) ? withoutSlashesAtEnd(url.href) : undefined;
}

function withoutSlashesAtEnd(text: string): string {
  let end = text.length;
  while (text[end - 1] === '/') {
    end--;
  }
  return text.slice(0, end);
}

function parseTimeoutSeconds(value: unknown): number | undefined {
  return parseWholeNumber(value, MIN_TIMEOUT_SECONDS, MAX_TIMEOUT_SECONDS);
}

function parseSwitch(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function parseKeepDays(value: unknown): number | undefined {
  return parseWholeNumber(value, 0, MAX_KEEP_DAYS);
}

/** The name or ID of a room, without the `#` that people put before it. Whether there is one is not looked at here. */
function parseRoom(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > MAX_SETTING_LENGTH) {
    return undefined;
  }
  return value.trim().replace(/^#/, '');
}

function parseConnectionHours(value: unknown): number | undefined {
  return parseWholeNumber(value, 1, MAX_CONNECTION_HOURS);
}

function parseWholeNumber(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === 'string' && /^\d{1,6}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}
