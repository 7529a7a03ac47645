import type { WorkspaceStore } from '../store';

/** How long a client accepts an answer to a trigger (web client, `ActionManager`: `TRIGGER_TIMEOUT`). */
const TRIGGER_LIFETIME_MS = 5000;

/** What an app sends to a client: a modal to open, an update of one, errors for its fields, … */
export interface ServerInteraction {
  type?: string;
  triggerId?: string;
  appId?: string;
  viewId?: string;
  view?: { id?: string };
  [field: string]: unknown;
}

/** How it came: as the answer to the client's own request, or as a notification over the client's socket. */
export type Channel = 'response' | 'notification';

/**
 * People's web clients, as far as it matters to an app: which interactions they would show, and which they would
 * ignore. A trigger lives for five seconds and can be answered once, over either channel; an update reaches only the
 * open view with the same ID (Rocket.Chat `apps/meteor/client/.../ActionManager.ts`).
 */
export class Clients {
  private readonly triggers = new Map<string, { userId: string; expires: number }>();
  private readonly openViews = new Map<string, Set<string>>();

  constructor(private readonly store: WorkspaceStore) {}

  /** The client has just made this trigger, for a command, a click or a submit. */
  issueTrigger(userId: string, triggerId: string): void {
    const now = this.store.now();
    for (const [id, { expires }] of this.triggers) {
      if (expires <= now) {
        this.triggers.delete(id);
      }
    }
    this.triggers.set(triggerId, { userId, expires: now + TRIGGER_LIFETIME_MS });
  }

  /** Delivers an interaction to the person's client, or records that it would have been ignored, and why. */
  receive(userId: string, interaction: ServerInteraction, channel: Channel): void {
    const reason = this.consumeTrigger(userId, interaction.triggerId) ?? this.apply(userId, interaction);
    if (reason === undefined) {
      this.store.deliver(userId, 'modal', { channel, ...interaction });
    } else {
      this.store.drop(userId, 'modal', reason, { channel, ...interaction });
    }
  }

  /** The person closed the view, or a submit closed it. */
  closeView(userId: string, viewId: string): void {
    this.viewsOf(userId).delete(viewId);
  }

  reset(): void {
    this.triggers.clear();
    this.openViews.clear();
  }

  /** @returns why the trigger cannot be answered, or undefined when it can; either way it is used up */
  private consumeTrigger(userId: string, triggerId: string | undefined): string | undefined {
    const trigger = triggerId === undefined ? undefined : this.triggers.get(triggerId);
    if (triggerId === undefined || trigger === undefined || trigger.userId !== userId) {
      return 'the trigger was answered before, or never made by this client';
    }
    this.triggers.delete(triggerId);
    return trigger.expires <= this.store.now() ? 'the trigger was older than 5 seconds' : undefined;
  }

  /** @returns why the client would ignore it, or undefined */
  private apply(userId: string, { type, view, viewId }: ServerInteraction): string | undefined {
    const id = view?.id ?? viewId ?? '';
    const open = this.viewsOf(userId);
    switch (type) {
      case 'modal.open':
        open.add(id);
        return undefined;
      case 'modal.update':
      case 'errors':
        return open.has(id) ? undefined : 'no view with this id was open';
      case 'modal.close':
        open.clear();
        return undefined;
      case undefined:
      default:
        return `the client knows no interaction of type "${String(type)}"`;
    }
  }

  private viewsOf(userId: string): Set<string> {
    const open = this.openViews.get(userId) ?? new Set<string>();
    this.openViews.set(userId, open);
    return open;
  }
}
