import { build, type Histogram } from 'hdr-histogram-js';
import pLimit from 'p-limit';
import { performance } from 'perf_hooks';

type Call = (sessionId: string) => Promise<void>;

/** How long calls took, added up over several slices of time. */
export class Measurement {
  /** In microseconds. */
  private readonly latencies: Histogram = build({ numberOfSignificantValueDigits: 3 });
  private elapsedMs = 0;

  /** Makes one call for each session: `clients` at a time, each client beginning its next when its last is done. */
  async run(call: Call, sessionIds: readonly string[], clients: number): Promise<void> {
    const limit = pLimit(clients);
    const startedAt = performance.now();
    await Promise.all(sessionIds.map((sessionId) => limit(() => this.time(call, sessionId))));
    this.elapsedMs += performance.now() - startedAt;
  }

  get count(): number {
    return this.latencies.totalCount;
  }

  /** @returns the latency in milliseconds */
  percentile(percent: number): number {
    return this.latencies.getValueAtPercentile(percent) / 1000;
  }

  get perSecond(): number {
    return (this.count / this.elapsedMs) * 1000;
  }

  private async time(call: Call, sessionId: string): Promise<void> {
    const startedAt = performance.now();
    await call(sessionId);
    this.latencies.recordValue(Math.round((performance.now() - startedAt) * 1000));
  }
}
