import type { View } from './interactions';

/** A modal on the screen. `key` differs for every opening, so that one opened again begins with fresh values. */
export interface OpenModal {
  readonly key: number;
  readonly view: View;
}

/**
 * The one place where a modal can be. Opening takes away what was there. Closing, however, takes away what is there
 * *now*, even if that is another modal (Rocket.Chat apps/meteor/client/providers/ModalProvider/ModalStore.ts), and
 * dismissing leaves the modal's handle behind (ActionManager `viewInstances`).
 */
export class ModalSlot {
  private open_: OpenModal | undefined;
  private readonly handles = new Set<string>();
  private openings = 0;

  constructor(private readonly changed: (current: OpenModal | undefined) => void) {}

  get current(): OpenModal | undefined {
    return this.open_;
  }

  open(view: View): void {
    this.openings += 1;
    this.handles.add(view.id);
    this.set({ key: this.openings, view });
  }

  /** Closes the view, and thereby whatever is open; does nothing for a view that was never opened or is closed. */
  dispose(viewId: string): void {
    if (this.handles.delete(viewId)) {
      this.set(undefined);
    }
  }

  /** Esc, or a click beside the modal: it goes, and nobody is told. */
  dismiss(): void {
    this.set(undefined);
  }

  private set(modal: OpenModal | undefined): void {
    this.open_ = modal;
    this.changed(modal);
  }
}
