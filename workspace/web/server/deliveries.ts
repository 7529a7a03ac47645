import type { Delivery } from '../../model';
import type { WorkspaceStore } from '../../store';

/** A delivery with its place in the order of all. */
export interface NumberedDelivery extends Delivery {
  readonly seq: number;
}

const KEPT = 1000;

/**
 * What is sent to people's clients, in order, so that a tab that was hidden for a while can catch up. Modals that came
 * as the answer to a request are left out: the tab that asked has them already.
 */
export class Deliveries {
  private kept: NumberedDelivery[] = [];
  private readonly listeners = new Set<(delivery: NumberedDelivery) => void>();
  private last = 0;

  constructor(store: WorkspaceStore) {
    store.onDelivery((delivery) => this.add(delivery));
    store.onRestore(() => (this.kept = []));
  }

  /** The number of the last one. */
  get position(): number {
    return this.last;
  }

  since(seq: number, userId: string): NumberedDelivery[] {
    return this.kept.filter((delivery) => delivery.seq > seq && delivery.userId === userId);
  }

  /** @returns ends it */
  subscribe(listener: (delivery: NumberedDelivery) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private add(delivery: Delivery): void {
    if (delivery.channel === 'response') {
      return;
    }
    this.last += 1;
    const numbered = { ...delivery, seq: this.last };
    this.kept = [...this.kept, numbered].slice(-KEPT);
    this.listeners.forEach((listener) => listener(numbered));
  }
}
