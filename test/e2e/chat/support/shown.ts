import type { Delivery, ShownMessage, ShownModal, View } from './views';

/** What one step brought to a person's client. Each getter fails when anything else came. */
export class Shown {
  constructor(readonly all: readonly Delivery[]) {}

  /** The one thing that came: a message. */
  get message(): ShownMessage {
    const { only } = this;
    if (only.kind !== 'message') {
      throw new Error(`a modal came instead of a message: ${JSON.stringify(only)}`);
    }
    return only;
  }

  /** The one thing that came: a modal that opened. */
  get opened(): View {
    return this.view('modal.open');
  }

  /** The one thing that came: what the open modal shows from now on. */
  get updated(): View {
    return this.view('modal.update');
  }

  /** The one thing that came: errors at the fields of the open modal. */
  get errors(): Readonly<Record<string, string>> {
    const { errors } = this.modal('errors');
    return errors ?? {};
  }

  private view(type: ShownModal['type']): View {
    const { view } = this.modal(type);
    if (view === undefined) {
      throw new Error('a modal came without its view');
    }
    return view;
  }

  private modal(type: ShownModal['type']): ShownModal {
    const { only } = this;
    if (only.kind !== 'modal' || only.type !== type) {
      throw new Error(`not a "${type}": ${JSON.stringify(only)}`);
    }
    return only;
  }

  private get only(): Delivery {
    if (this.all.length !== 1) {
      throw new Error(`not one thing came but ${this.all.length}: ${JSON.stringify(this.all)}`);
    }
    return this.all[0];
  }
}
