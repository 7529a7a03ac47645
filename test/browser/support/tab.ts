import type { Locator, Page } from 'playwright-core';
import type { TextKey } from '../../../views/texts/catalogue';
import { languageOf } from '../../../views/texts/languages';
import { DialogView } from './dialogView';
import { saying } from './saying';

/** A person in front of one tab: what they see of the page, and do with it. Whatever is looked for is waited for. */
export class Tab {
  /** What a developer would see in the browser's console. */
  readonly problems: string[] = [];
  readonly composer: Locator;
  /** The dialog that is open. */
  readonly dialog: DialogView;
  /** The messages in the room. */
  readonly log: Locator;

  constructor(
    readonly page: Page,
    readonly username: string,
    private readonly language = 'en',
  ) {
    this.composer = page.getByRole('combobox', { name: 'Message #general' });
    this.log = page.getByRole('log', { name: 'Messages in #general' });
    this.dialog = new DialogView(page.getByRole('dialog'), (key, values) => this.text(key, values));
    page.on('pageerror', ({ message }) => this.problems.push(message));
    page.on('console', (line) => line.type() === 'error' && this.problems.push(line.text()));
  }

  /** What the app says in this person's language, as it is shown: without marks. */
  text(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
    return languageOf(this.language).t(key, values).replace(/`/g, '');
  }

  /** The same tab, of a person who reads the app in this language. */
  reading(language: string): Tab {
    return new Tab(this.page, this.username, language);
  }

  /** Types `/logout-session …` and sends it. */
  async types(line: string): Promise<void> {
    await this.composer.fill(`/logout-session ${line}`);
    await this.composer.press('Enter');
  }

  /** Types the command for a session, and perhaps a reason, and waits for its dialog. */
  async opensDialog(line: string): Promise<void> {
    await this.types(line);
    await this.dialog.named('modal:title');
  }

  /** Waits for a message of the app that says this, whatever stands for the values that are not given. */
  async told(key: TextKey, values: Readonly<Record<string, string>> = {}): Promise<Locator> {
    const message = this.messages(key, values).last();
    await message.waitFor();
    return message;
  }

  /** The messages of the app that say this. */
  messages(key: TextKey, values: Readonly<Record<string, string>> = {}): Locator {
    const name = 'Message from Session Logout';
    return this.log.getByRole('article', { name }).filter({ hasText: saying(this.text(key, values)) });
  }

  /** Presses the button of a message of the app that says this. */
  async follows(key: TextKey, button: TextKey): Promise<void> {
    await (await this.told(key)).getByRole('button', { name: this.text(button), exact: true }).click();
  }

  /** Chooses an app's entry in the menu of a person's message. */
  async choosesInMenu(message: string, entry: string): Promise<void> {
    const article = this.log.getByRole('article').filter({ hasText: message }).last();
    await article.getByRole('button', { name: 'More actions' }).click();
    await article.getByRole('menuitem', { name: entry }).click();
  }

  /** The code that the person's authenticator shows. */
  authenticatorCode(): Promise<string> {
    return this.page.getByLabel('Authenticator code', { exact: true }).innerText();
  }

  /** The mailed code that is still good; waits for its mail. */
  mailedCode(): Promise<string> {
    return this.page.getByRole('list', { name: 'Inbox' }).getByLabel('Mailed code, valid').innerText();
  }

  /** What a person types who has no other second factor. */
  ownPassword(): Promise<string> {
    return this.page.getByLabel('Your password', { exact: true }).innerText();
  }

  /** A person's session says that it was ended, and by whom. */
  async seesEnded(owner: string, sessionId: string, by: string): Promise<void> {
    const row = this.page.getByRole('list', { name: `Sessions of ${owner}` }).getByRole('listitem');
    await row.filter({ hasText: sessionId }).getByText(`Ended by ${by}`).waitFor();
  }

  /** Breaks something in the workspace, or mends it. */
  async turns(name: string, to: 'on' | 'off'): Promise<void> {
    const thing = this.page
      .getByRole('list', { name: 'Things to break' })
      .getByRole('listitem')
      .filter({ hasText: name });
    await thing.locator('label').first().click();
    await thing.getByRole('checkbox', { checked: to === 'on' }).waitFor({ state: 'attached' });
  }

  /** Gives the workspace another licence. */
  async choosesLicence(name: string): Promise<void> {
    const choice = this.page.getByLabel('Licence of the workspace', { exact: true });
    await choice.selectOption({ label: name });
    await choice.locator('option:checked').filter({ hasText: name }).waitFor({ state: 'attached' });
  }

  /** Lets the app act for them: by the dialog's link, on the consent page in a tab of its own. */
  async connects(): Promise<void> {
    await this.dialog.named('modal:connect-title');
    const opened = this.page.waitForEvent('popup');
    await this.dialog.link('modal:connect-button').click();
    const consent = await opened;
    await consent.getByRole('button', { name: 'Authorize' }).click();
    await consent.getByText(this.text('page:connected')).waitFor();
    await consent.close();
    await this.page.bringToFront();
  }
}
