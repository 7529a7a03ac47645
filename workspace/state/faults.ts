/** A fault for requests whose path begins with `path`. */
export interface Fault {
  path: string;
  kind: 'status' | 'delay' | 'drop' | 'garbage';
  /** For `status`: the status to answer (default 500). */
  status: number;
  /** For `delay`: how long to wait before the request is handled, in milliseconds. */
  ms: number;
  /** How many matching requests it hits. */
  times: number;
  /** How many matching requests it lets pass first. */
  skip: number;
  /** Whether the fault comes before the request is handled, or after it, in place of the answer. */
  when: 'before' | 'after';
}

/** The armed faults, shared by all nodes of a workspace. */
export class FaultBook {
  private faults: Fault[] = [];

  arm(fault: Fault): void {
    this.faults.push({ ...fault });
  }

  /** The fault that hits a request for this path, if any; counts it as used. */
  take(path: string): Fault | undefined {
    const fault = this.faults.find((candidate) => path.startsWith(candidate.path));
    if (fault === undefined) {
      return undefined;
    }
    if (fault.skip > 0) {
      fault.skip -= 1;
      return undefined;
    }
    fault.times -= 1;
    if (fault.times <= 0) {
      this.faults = this.faults.filter((candidate) => candidate !== fault);
    }
    return fault;
  }

  armed(): Fault[] {
    return this.faults.map((fault) => ({ ...fault }));
  }

  clear(): void {
    this.faults = [];
  }
}
