import type { Request } from 'express';
import { hasDeviceManagement } from '../state/licence';
import type { Authentication, WorkspaceStore } from '../store';
import { ApiError, answerFor, notLicensed, notLoggedIn, type ApiAnswer } from './answers';
import { RateLimited, type RateLimiter } from './rateLimiter';
import type { GuardedRoute, Route, RouteContext } from './route';
import { checkSecondFactor } from './secondFactor/check';

/**
 * Answers one call of a route, with the checks in the order of a real workspace of this version
 * (`apps/meteor/app/api/server/api.ts`, `addRoute`):
 *
 * - 6.5 and 7.0: authentication, rate limit, parameters, permission, second factor, licence, action
 * - late: the licence first, then the same
 *
 * "Late" stands for those releases from 7.x on that ask for the licence first: their 401 bodies have the old and the new
 * fields, a missing permission is still `error-unauthorized`, and a missing licence is `error-action-not-allowed`.
 */
export async function answerCall(
  store: WorkspaceStore,
  limiter: RateLimiter,
  route: Route,
  request: Request,
): Promise<ApiAnswer> {
  try {
    return await checked(store, limiter, route, request);
  } catch (error) {
    if (error instanceof RateLimited) {
      return { ...answerFor(error), headers: error.headers };
    }
    if (error instanceof ApiError) {
      return answerFor(error);
    }
    throw error;
  }
}

async function checked(
  store: WorkspaceStore,
  limiter: RateLimiter,
  route: Route,
  request: Request,
): Promise<ApiAnswer> {
  if (store.version === 'late' && isUnlicensed(store, route)) {
    throw new ApiError('error-action-not-allowed', 'This is an enterprise feature');
  }
  const caller = route.open ? undefined : store.authenticate(request.headers);
  if (!route.open && caller === undefined) {
    return notLoggedIn(store.version);
  }
  const context: RouteContext = {
    store,
    request,
    params: (route.method === 'GET' ? request.query : request.body) as Record<string, unknown>,
    clientAddress: clientAddress(request),
  };
  const headers = isLimited(store, caller) ? limiter.count(`${route.path}${route.method}`, context.clientAddress) : {};
  const answer = await afterRateLimit(route, context, caller).catch((error: unknown) => {
    if (error instanceof ApiError) {
      return answerFor(error);
    }
    throw error;
  });
  return { ...answer, headers: { ...headers, ...answer.headers } };
}

async function afterRateLimit(
  route: Route,
  context: RouteContext,
  caller: Authentication | undefined,
): Promise<ApiAnswer> {
  if (route.params !== undefined) {
    // TypeScript calls an assertion function only through a name with an explicit type.
    const validate: NonNullable<Route['params']> = route.params;
    validate(context.params);
  }
  if (route.open) {
    return route.action(context);
  }
  if (caller === undefined) {
    throw new Error('a guarded route needs a caller');
  }
  return guarded(route, { ...context, caller });
}

async function guarded(route: GuardedRoute, context: RouteContext & { caller: Authentication }): Promise<ApiAnswer> {
  const { store, caller, request, clientAddress } = context;
  if (route.permission !== undefined && !store.hasPermission(caller.user, route.permission)) {
    throw new ApiError('error-unauthorized', 'User does not have the permissions required for this action');
  }
  if (route.twoFactor) {
    await checkSecondFactor(store, {
      user: caller.user,
      loginToken: caller.loginToken,
      code: request.get('x-2fa-code'),
      method: request.get('x-2fa-method'),
      client: { userAgent: request.get('user-agent'), address: clientAddress },
    });
  }
  // Late versions have asked for it before anything else.
  return isUnlicensed(store, route) ? notLicensed(store.version) : route.action(context);
}

function isUnlicensed(store: WorkspaceStore, route: Route): boolean {
  return !route.open && Boolean(route.licensed) && !hasDeviceManagement(store.licence);
}

function isLimited(store: WorkspaceStore, caller: Authentication | undefined): boolean {
  const exempt = caller !== undefined && store.hasPermission(caller.user, 'api-bypass-rate-limit');
  return store.settings.get('API_Enable_Rate_Limiter') && !exempt;
}

/** A real workspace trusts `X-Real-IP`, which its proxy is supposed to set (`api.ts`, `getRequestIP`). */
function clientAddress(request: Request): string {
  return request.get('x-real-ip') ?? request.socket.remoteAddress ?? '';
}
