/** Every limit that a person reads about. Texts name them by placeholder, so that each stands here alone. */

/** Of a reason, in characters as people count them. */
export const MAX_REASON_LENGTH = 500;
export const MAX_SESSION_ID_LENGTH = 128;
/** Sessions in one batch. */
export const MAX_BATCH = 500;
/**
 * How many sessions of a batch are being ended at any time. What a crash leaves is read by this number
 * (`core/audit/recordedSessions.ts`), so it must never become smaller.
 */
export const LOGOUTS_AT_ONCE = 4;
/** Of a code, in characters. */
export const MAX_CODE_LENGTH = 256;
/** Incorrect codes of one person within `LOCKOUT_MINUTES` after which the app refuses them for as long. */
export const MAX_INCORRECT_CODES = 5;
export const LOCKOUT_MINUTES = 15;
/** Of the words of a search together, and of each of its other texts, in UTF-16 units. */
export const MAX_SEARCH_LENGTH = 200;
/** Names in the setting `allowed_roles`. */
export const MAX_ROLES = 50;
/** Characters in the setting `allowed_roles`. */
export const MAX_ROLES_LENGTH = 2_000;
/** Characters in any other setting that is text. */
export const MAX_SETTING_LENGTH = 1_000;
/** The time limit for one answer of the workspace, in seconds. */
export const MIN_TIMEOUT_SECONDS = 1;
export const MAX_TIMEOUT_SECONDS = 25;
/** The workspace's refresh tokens live 14 days (its OAuth2 server's default), so no connection can live longer. */
export const MAX_CONNECTION_HOURS = 14 * 24;
/** A room that is told of what happened gets one message in this time, at most. */
export const ROOM_MESSAGE_SECONDS = 10;
/** How long entries of the record can be kept: ten years. */
export const MAX_KEEP_DAYS = 3_660;
/** Entries in one page of the record, and lines in one part of its export. */
export const MAX_PAGE_ENTRIES = 200;
export const MAX_EXPORT_LINES = 5_000;
/** How many days of the record one call reads at most, and for how long. */
export const MAX_READ_DAYS = 400;
export const MAX_READ_SECONDS = 10;
/** How long somebody whose code was verified can read on without another one. */
export const READ_ON_MINUTES = 5;
/** How long a logout in chat waits for its next step. */
export const PENDING_LOGOUT_MINUTES = 5;
/** How long the link to the consent page works. */
export const CONNECT_LINK_MINUTES = 10;
/** How many of the sessions that were found a person can choose from. With more, the newest are shown. */
export const MAX_TO_CHOOSE_FROM = 50;

/** How many rows of the workspace's list one search reads at most, and for how long. */
export const MAX_LISTED_ROWS = 5_000;
export const MAX_LIST_SECONDS = 20;

/** The limits under the names by which texts refer to them. */
export const LIMITS: Readonly<Record<string, string>> = {
  maxReasonLength: String(MAX_REASON_LENGTH),
  maxSessionIdLength: String(MAX_SESSION_ID_LENGTH),
  maxBatch: String(MAX_BATCH),
  maxCodeLength: String(MAX_CODE_LENGTH),
  maxIncorrectCodes: String(MAX_INCORRECT_CODES),
  lockoutMinutes: String(LOCKOUT_MINUTES),
  maxSearchLength: String(MAX_SEARCH_LENGTH),
  maxRoles: String(MAX_ROLES),
  minSeconds: String(MIN_TIMEOUT_SECONDS),
  maxSeconds: String(MAX_TIMEOUT_SECONDS),
  roomSeconds: String(ROOM_MESSAGE_SECONDS),
  maxDays: String(MAX_KEEP_DAYS),
  maxPageEntries: String(MAX_PAGE_ENTRIES),
  maxHours: String(MAX_CONNECTION_HOURS),
  pendingMinutes: String(PENDING_LOGOUT_MINUTES),
  linkMinutes: String(CONNECT_LINK_MINUTES),
  maxToChooseFrom: String(MAX_TO_CHOOSE_FROM),
};
