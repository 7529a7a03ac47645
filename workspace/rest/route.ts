import type { Request } from 'express';
import type { ServerVersion } from '../model';
import type { Authentication, WorkspaceStore } from '../store';
import type { ApiAnswer } from './answers';
import type { Validator } from './validation';

/** One call of a route, after every check that comes before the action. */
export interface RouteContext {
  store: WorkspaceStore;
  request: Request;
  /** Validated and coerced: the query of a GET, the body of a POST. */
  params: Record<string, unknown>;
  /** The address that the rate limiter counts, and that a confirmation is remembered for. */
  clientAddress: string;
}

/** A context with a caller. */
export interface AuthenticatedContext extends RouteContext {
  caller: Authentication;
}

interface RouteBase {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `/api/v1/` or, for what admins do with apps, `/api/apps/`. */
  path: string;
  params?: Validator;
  /** The versions that have it; default: all. */
  versions?: readonly ServerVersion[];
}

export interface OpenRoute extends RouteBase {
  open: true;
  action(context: RouteContext): ApiAnswer | Promise<ApiAnswer>;
}

export interface GuardedRoute extends RouteBase {
  open?: false;
  permission?: string;
  twoFactor?: boolean;
  /** Needs the licence module `device-management`. */
  licensed?: boolean;
  action(context: AuthenticatedContext): ApiAnswer | Promise<ApiAnswer>;
}

export type Route = OpenRoute | GuardedRoute;
