import type { WorkspaceStore } from '../store';
import { ApiError } from './answers';

interface Window {
  calls: number;
  interval: number;
  since: number;
  countByAddress: Map<string, number>;
}

/**
 * Counts calls per client address and route in a fixed window, as Meteor's `rate-limit` package does for a real
 * workspace: a window starts over for all addresses at once, and a change of the limits resets it. Each node of a
 * cluster has its own counts.
 */
export class RateLimiter {
  private readonly windows = new Map<string, Window>();

  constructor(private readonly store: WorkspaceStore) {
    store.onRestore(() => this.windows.clear());
  }

  /**
   * Counts a call.
   * @param route the path and its method
   * @returns the headers that tell the caller where they stand
   * @throws RateLimited when there were more calls than allowed
   */
  count(route: string, address: string): Record<string, string> {
    const now = this.store.now();
    const window = this.windowOf(route, now);
    const count = (window.countByAddress.get(address) ?? 0) + 1;
    window.countByAddress.set(address, count);
    const timeToReset = window.interval - (now - window.since);
    const headers = {
      'X-RateLimit-Limit': String(window.calls),
      'X-RateLimit-Remaining': String(Math.max(0, window.calls - count)),
      'X-RateLimit-Reset': String(now + timeToReset),
    };
    if (count > window.calls) {
      throw new RateLimited(Math.ceil(timeToReset / 1000), headers);
    }
    return headers;
  }

  private windowOf(route: string, now: number): Window {
    const calls = this.store.settings.get('API_Enable_Rate_Limiter_Limit_Calls_Default');
    const interval = this.store.settings.get('API_Enable_Rate_Limiter_Limit_Time_Default');
    const known = this.windows.get(route);
    if (known?.calls === calls && known.interval === interval && now - known.since <= interval) {
      return known;
    }
    const fresh = { calls, interval, since: now, countByAddress: new Map<string, number>() };
    this.windows.set(route, fresh);
    return fresh;
  }
}

export class RateLimited extends ApiError {
  constructor(
    seconds: number,
    readonly headers: Record<string, string>,
  ) {
    const advice = `Please slow down. You must wait ${seconds} seconds before trying this endpoint again.`;
    super('error-too-many-requests', `Error, too many requests. ${advice}`);
  }
}
