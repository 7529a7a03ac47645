import { URL } from 'url';
import { AppError } from './errors';
import { LogoutSettings } from './ports';

export const MIN_TIMEOUT_SECONDS = 1;
export const MAX_TIMEOUT_SECONDS = 25;
const MAX_ROLES = 50;
/** The workspace's refresh tokens live 14 days (OAuth2 server of the workspace), so no connection can live longer. */
export const MAX_CONNECTION_HOURS = 14 * 24;

/** The ids of the app's settings and what their values mean. Each parser gives undefined for a value it does not accept. */
export const settingParsers = {
  allowed_roles: parseAllowedRoles,
  without_challenge: parseWithoutChallenge,
  workspace_url: parseWorkspaceUrl,
  timeout_seconds: parseTimeoutSeconds,
  password_in_chat: parsePasswordInChat,
  connection_hours: parseConnectionHours,
} as const;

export type SettingId = keyof typeof settingParsers;
export const SETTING_IDS = Object.keys(settingParsers) as SettingId[];

/** Whether a value may be saved for a setting. */
export function isAcceptable(id: SettingId, value: unknown): boolean {
  return settingParsers[id](value) !== undefined;
}

/**
 * Makes the stored values into settings, or nothing at all: one unreadable value stops every logout.
 *
 * @param values the stored values by setting id
 * @param siteUrl the workspace's own public address, used where `workspace_url` is empty
 * @throws AppError `error-settings-unreadable`
 */
export function parseSettings(values: Readonly<Record<SettingId, unknown>>, siteUrl: unknown): LogoutSettings {
  const allowedRoles = parseAllowedRoles(values.allowed_roles);
  const withoutChallenge = parseWithoutChallenge(values.without_challenge);
  const site = parseWorkspaceUrl(siteUrl);
  const internal = parseWorkspaceUrl(values.workspace_url);
  const workspaceUrl = internal === '' ? site : internal;
  const timeoutSeconds = parseTimeoutSeconds(values.timeout_seconds);
  const passwordInChat = parsePasswordInChat(values.password_in_chat);
  const connectionHours = parseConnectionHours(values.connection_hours);
  if (
    !withoutChallenge ||
    !site ||
    !workspaceUrl ||
    !timeoutSeconds ||
    passwordInChat === undefined ||
    !connectionHours
  ) {
    throw new AppError('error-settings-unreadable');
  }
  return {
    // An unreadable list of roles allows nobody, and the caller is told just that.
    allowedRoles: allowedRoles ?? [],
    withoutChallenge,
    workspaceUrl,
    timeoutMs: timeoutSeconds * 1000,
    passwordInChat,
    connectionLifetimeMs: connectionHours * 3_600_000,
    siteUrl: site,
  };
}

/** Comma-separated role ids or names; empty is a list of none. */
function parseAllowedRoles(value: unknown): string[] | undefined {
  if (typeof value !== 'string') {
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

/** An http(s) address without credentials, query or fragment; a slash at the end is dropped. Empty stays empty. */
export function parseWorkspaceUrl(value: unknown): string | undefined {
  if (typeof value !== 'string') {
    return undefined;
  }
  if (value.trim() === '') {
    return '';
  }
  let url: URL;
  try {
    url = new URL(value.trim());
  } catch {
    return undefined;
  }
  const plain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
  return plain && ['http:', 'https:'].includes(url.protocol) ? url.href.replace(/\/+$/, '') : undefined;
}

function parseTimeoutSeconds(value: unknown): number | undefined {
  return parseWholeNumber(value, MIN_TIMEOUT_SECONDS, MAX_TIMEOUT_SECONDS);
}

function parsePasswordInChat(value: unknown): boolean | undefined {
  return typeof value === 'boolean' ? value : undefined;
}

function parseConnectionHours(value: unknown): number | undefined {
  return parseWholeNumber(value, 1, MAX_CONNECTION_HOURS);
}

function parseWholeNumber(value: unknown, least: number, most: number): number | undefined {
  const number = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isInteger(number) && number >= least && number <= most
    ? number
    : undefined;
}
