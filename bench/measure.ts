import { build, type Histogram } from 'hdr-histogram-js';
import pLimit from 'p-limit';
import { performance } from 'perf_hooks';

/** Ends one session. */
type Logout = (sessionId: string) => Promise<void>;

/** How long logouts took, added up over several slices of time. */
export class Measurement {
  /** In microseconds. */
  private readonly latencies: Histogram = build({ numberOfSignificantValueDigits: 3 });
  private elapsedMs = 0;

  /** Ends the sessions, each once: `clients` at a time, each client beginning its next when its last is done. */
  async run(logout: Logout, sessionIds: readonly string[], clients: number): Promise<void> {
    const limit = pLimit(clients);
    const startedAt = performance.now();
    await Promise.all(sessionIds.map((sessionId) => limit(() => this.time(logout, sessionId))));
    this.elapsedMs += performance.now() - startedAt;
  }

  get count(): number {
    return this.latencies.totalCount;
  }

  /** @returns milliseconds */
  percentile(percent: number): number {
    return this.latencies.getValueAtPercentile(percent) / 1000;
  }

  get perSecond(): number {
    return (this.count / this.elapsedMs) * 1000;
  }

  private async time(logout: Logout, sessionId: string): Promise<void> {
    const startedAt = performance.now();
    await logout(sessionId);
    this.latencies.recordValue(Math.round((performance.now() - startedAt) * 1000));
  }
}
