/** What the page's server tells the page: read-only views of the workspace, as JSON. Times are ISO. */

import type { Licence } from '../../state/licence';
import type { ActionButton, Reader } from '../client/actionButtons';
import type { SlashCommand } from '../client/slashCommand';

/** Somebody a tab can be opened as. */
export interface PersonView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly language?: string;
  /** `totp`, `email` or `password`; null for somebody without any. */
  readonly method: string | null;
}

export interface RoomView {
  readonly id: string;
  readonly name: string;
  readonly type: 'c' | 'p' | 'd';
  /** As an app names it in the conditions of its menus' entries: `public_channel`, `direct`, … */
  readonly kind: string;
}

export interface SessionView {
  readonly sessionId: string;
  readonly username: string;
  readonly device: string;
  readonly ip: string | null;
  readonly loginAt: string;
  readonly logoutAt?: string;
  /** Username. */
  readonly logoutBy?: string;
  /** The session of the tab that asks. */
  readonly own: boolean;
}

export interface AuditView {
  readonly id: string;
  readonly at: string;
  readonly action: string;
  readonly via: string;
  readonly caller: string;
  readonly sessionId?: string;
  readonly reason?: string;
  /** `unknown` where no outcome was recorded. */
  readonly result: string;
  readonly secondFactor?: string;
}

/** A call of `sessions/*` or of another route that the app uses, as the workspace received it. */
export interface RequestView {
  readonly at: string;
  readonly call: string;
  readonly username?: string;
  /** The app's own, by its User-Agent. */
  readonly fromApp: boolean;
  readonly withCode: boolean;
  /** For `sessions/logout`: whether a session has the ID that was sent; a probe's has none. */
  readonly probe: boolean;
  /** 0: not answered. */
  readonly status: number;
}

export interface MailView {
  readonly id: number;
  readonly at: string;
  readonly code: string;
  readonly state: 'valid' | 'used or replaced';
  readonly validUntil: string;
}

export interface SecondFactorView {
  readonly method: string | null;
  /** Of the authenticator now. */
  readonly code?: string;
  readonly validUntil?: string;
  /** What a person without another method types. */
  readonly password?: string;
  readonly mails: readonly MailView[];
}

export const BREAKAGES = ['slow', 'unreachable', 'rateLimit', 'twoFactorOff'] as const;
export type Breakage = (typeof BREAKAGES)[number];

/** Everything that changes while a tab is open. */
export interface StateView {
  readonly people: readonly PersonView[];
  readonly rooms: readonly RoomView[];
  readonly secondFactor: SecondFactorView;
  readonly sessions: readonly SessionView[];
  readonly audit: readonly AuditView[];
  readonly requests: readonly RequestView[];
  readonly broken: readonly Breakage[];
  readonly licence: Licence;
  readonly app?: { readonly id: string; readonly name: string; readonly icon?: string };
  readonly commands: readonly SlashCommand[];
  readonly reader: Reader;
  /** Every entry that the app put into a menu; which of them are shown is the client's matter. */
  readonly actionButtons: readonly ActionButton[];
  /** What the workspace says it is, as `6.11.0`. */
  readonly release: string;
  /** Which real server the workspace answers like. */
  readonly server: string;
}

/** What a tab gets when it logs in. */
export interface LoginView {
  readonly userId: string;
  readonly authToken: string;
  readonly sessionId: string;
  readonly username: string;
  readonly name: string;
}

/** Why a tab's session is over. */
export interface LoggedOutView {
  readonly at?: string;
  /** Username. */
  readonly by?: string;
}
