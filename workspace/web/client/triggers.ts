/** How long an app may answer a trigger (`ActionManager.TRIGGER_TIMEOUT`). */
export const TRIGGER_LIFETIME_MS = 5000;

/**
 * The triggers a client made: one for every command, click, submit and close. A view is only taken with a trigger that
 * this client made less than 5 s ago and that no view came with before
 * (Rocket.Chat apps/meteor/app/ui-message/client/ActionManager.ts).
 */
export class Triggers {
  private readonly made = new Map<string, { appId: string; expires: number }>();

  /**
   * @param newId makes an id that nobody can guess
   * @param now milliseconds
   */
  constructor(
    private readonly newId: () => string,
    private readonly now: () => number,
  ) {}

  make(appId: string): string {
    const id = this.newId();
    this.made.set(id, { appId, expires: this.now() + TRIGGER_LIFETIME_MS });
    return id;
  }

  /** Uses the trigger up. @returns whether a view may come with it */
  take(triggerId: string | undefined): boolean {
    const trigger = triggerId === undefined ? undefined : this.made.get(triggerId);
    if (triggerId === undefined || trigger === undefined) {
      return false;
    }
    this.made.delete(triggerId);
    return this.now() < trigger.expires;
  }
}
