import type { Locator } from 'playwright-core';
import type { TextKey, Translate } from '../../../views/texts/catalogue';
import { saying } from './saying';

/** A dialog of the app on the screen, by what can be read in it. */
export class DialogView {
  constructor(
    readonly frame: Locator,
    private readonly text: Translate,
  ) {}

  /** Waits for the dialog with this title, and nothing else, in place of any other. */
  async named(title: TextKey): Promise<void> {
    await this.frame
      .page()
      .getByRole('dialog', { name: this.text(title), exact: true })
      .waitFor();
  }

  /** Waits until it says this. */
  async says(key: TextKey, values: Readonly<Record<string, string>> = {}): Promise<void> {
    await this.frame
      .getByText(saying(this.text(key, values)))
      .last()
      .waitFor();
  }

  /** Waits until it is gone. */
  gone(): Promise<void> {
    return this.frame.waitFor({ state: 'detached' });
  }

  /** All that can be read in it, in order, without the breaks of lines; icons are letters of a font, for private use. */
  async texts(): Promise<string> {
    return (await this.frame.innerText()).replace(/[\s\ue000-\uf8ff]+/g, ' ').trim();
  }

  field(label: TextKey): Locator {
    return this.frame.getByRole('textbox', { name: this.text(label), exact: true });
  }

  button(label: TextKey): Locator {
    return this.frame.getByRole('button', { name: this.text(label), exact: true });
  }

  link(label: TextKey): Locator {
    return this.frame.getByRole('link', { name: this.text(label), exact: true });
  }

  /** Every button, in the order of the dialog. */
  buttons(): Promise<string[]> {
    return this.frame
      .getByRole('button')
      .evaluateAll((all) => all.map((each) => each.ariaLabel ?? each.textContent ?? ''));
  }

  /** Types the answer to the question, and sends it. */
  async answers(label: TextKey, code: string): Promise<void> {
    await this.field(label).fill(code);
    await this.button('modal:log-out').click();
  }

  /** One of a few that exclude each other. */
  radio(label: TextKey, values: Readonly<Record<string, string>> = {}): Locator {
    return this.frame.getByRole('radio', { name: this.text(label, values), exact: true });
  }

  /** Answers the question of a search, and goes on. */
  async finds(label: TextKey, code: string): Promise<void> {
    await this.field(label).fill(code);
    await this.button('search:submit').click();
  }

  /** Chooses from what was found, by the numbers in the list. @returns what can be read of them */
  async choosesSessions(numbers: readonly number[]): Promise<string[]> {
    await this.frame.getByRole('textbox', { name: this.text('choice:placeholder') }).click();
    const offered = this.frame.page().getByRole('option');
    const chosen: string[] = [];
    for (const number of numbers) {
      const option = offered.filter({ hasText: new RegExp(`^${number} `) }).last();
      chosen.push((await option.innerText()).trim());
      await option.click();
    }
    // The list stays open where several can be chosen.
    await this.frame.getByRole('heading').click();
    return chosen;
  }

  /** What stands chosen in the list. */
  async chosenSessions(): Promise<string[]> {
    const chips = this.frame.getByRole('listbox').getByRole('option');
    // Each has a cross below its text.
    return (await chips.allInnerTexts()).map((text) => text.split('\n')[0]);
  }

  /** Answers the question of a choice, and ends what was chosen. */
  async ends(label: TextKey, code: string): Promise<void> {
    await this.field(label).fill(code);
    await this.button('choice:submit').click();
  }

  /** Answers the question of the dialog that ends everything of a person, and does it. */
  async endsEverything(label: TextKey, code: string): Promise<void> {
    await this.field(label).fill(code);
    await this.button('everything:submit').click();
  }
}
