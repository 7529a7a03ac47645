import type { Delivery, ShownMessage, ShownModal, View } from './views';

/** What one step brought to a person's client. Each getter fails when anything else came. */
export class Shown {
  constructor(readonly all: readonly Delivery[]) {}

  /** What is left of it in clients before 6.8, which close a modal when it is submitted, whatever the answer is. */
  get withoutAnswers(): Shown {
    return new Shown(this.all.filter((each) => each.kind !== 'modal' || each.channel !== 'response'));
  }

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

  private view(type: ShownModal['type']): View {
    const { only } = this;
    if (only.kind !== 'modal' || only.type !== type || only.view === undefined) {
      throw new Error(`not a "${type}" with a view: ${JSON.stringify(only)}`);
    }
    return only.view;
  }

  private get only(): Delivery {
    if (this.all.length !== 1) {
      throw new Error(`not one thing came but ${this.all.length}: ${JSON.stringify(this.all)}`);
    }
    return this.all[0];
  }
}
