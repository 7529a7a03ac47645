import type { Browser, Locator, Page } from 'playwright-core';
import { WorkspaceProcess } from '../../workspace/client/workspaceProcess';
import { GENERATIONS } from '../../workspace/web/client/generations';
import { launchChromium } from '../support/chromium';
import { packagePageApp } from '../support/pageApp';

let workspace: WorkspaceProcess;
let browser: Browser;

beforeAll(async () => {
  workspace = await WorkspaceProcess.start({ app: await packagePageApp() });
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  await workspace?.stop();
});

/** What each client does with dialogs, as seen in a browser on the page at `/`, with an app made for it. */
describe.each(GENERATIONS.map(({ id }) => id))('a dialog in the client of %s', (client) => {
  let page: Page;
  let dialog: Locator;
  const problems: string[] = [];

  beforeAll(async () => {
    page = await browser.newPage();
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (line) => line.type() === 'error' && problems.push(line.text()));
    // An admin: others may type ten commands a minute.
    await page.goto(`${workspace.url}/?as=admin&client=${client}`);
    dialog = page.getByRole('dialog');
  });
  afterAll(() => page.close());
  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });

  async function open(): Promise<void> {
    await page.getByRole('combobox', { name: 'Message #general' }).fill('/page-probe ');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Probe' }).waitFor();
  }

  async function send(text: string): Promise<void> {
    await open();
    await dialog.getByLabel('Field').fill(text);
    const answered = page.waitForResponse((response) => response.url().includes('ui.interaction'));
    await dialog.getByRole('button', { name: 'Send' }).click();
    await answered;
  }

  /** What was expected to go wrong, and did. */
  const expectProblems = (pattern: RegExp): void =>
    expect(problems.splice(0)).toEqual(expect.arrayContaining([expect.stringMatching(pattern)]));
  const gone = () => dialog.waitFor({ state: 'detached' });

  /** Chooses from a select, which draws its list beside the dialog, by the keyboard's way of filtering or a click. */
  async function choose(label: string, ...options: string[]): Promise<void> {
    await dialog.locator('.rcx-field', { hasText: label }).locator('.rcx-select, .rcx-box').last().click();
    for (const option of options) {
      await page.getByRole('option', { name: option, exact: true }).click();
    }
  }

  test('sends what was chosen in each element that a search is made of, and what was there from the beginning', async () => {
    await page.getByRole('combobox', { name: 'Message #general' }).fill('/page-probe elements');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'Elements' }).waitFor();
    await dialog.getByText('Mind this').waitFor();
    await dialog.getByText('The text of it.').waitFor();
    await choose('Label of static_select', 'The two');
    await choose('Label of multi_static_select', 'The three', 'The one');
    // Elsewhere, so that the list of options goes.
    await dialog.getByText('The text of it.').click();
    // A click on the label of a choice does nothing: it is not bound to its button.
    const radios = dialog.locator('.rcx-field', { hasText: 'Label of radio_button' });
    await radios.getByRole('radio', { name: 'The two' }).press('Space');
    await radios.getByText('The three').click();
    await dialog.locator('input[type=date]').fill('2026-11-23');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await gone();
    const state = page.getByRole('log').getByText('state: ').last();
    await state.waitFor();
    expect(JSON.parse((await state.innerText()).replace('state: ', ''))).toEqual({
      'block-static_select': { static_select: 'two' },
      'block-multi_static_select': { multi_static_select: ['three', 'one'] },
      'block-radio_button': { radio_button: 'two' },
      'block-datepicker': { datepicker: '2026-11-23' },
      'block-plain_text_input': { plain_text_input: 'typed before' },
    });
  });

  test("offers what the app put into the menu of a person's message, by the keyboard, and tells the app whose it is", async () => {
    const composer = page.getByRole('combobox', { name: 'Message #general' });
    const text = `where is my laptop, ${client}?`; // others are there still
    await composer.fill(text);
    await composer.press('Enter');
    const message = page.getByRole('article').filter({ hasText: text });
    await message.getByRole('button', { name: 'More actions' }).press('Enter');
    const entries = message.getByRole('menuitem');
    expect(await entries.allInnerTexts()).toEqual(['About the author']);
    await page.keyboard.press('Escape');
    await entries.waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await entries.press('Enter');
    await page.getByRole('dialog', { name: 'By admin in GENERAL' }).waitFor();
    await page.keyboard.press('Escape');
    await gone();
  });

  if (client === '6.5') {
    test.each(['errors', 'update', 'open', 'success'])('closes after a submit answered with %s', async (answer) => {
      await send(answer);
      await gone();
    });
    return;
  }

  test('shows an update, with the old submit button, and keeps what was typed', async () => {
    await send('update');
    await page.getByRole('dialog', { name: 'Updated' }).waitFor();
    expect(await dialog.getByRole('button').allInnerTexts()).toEqual(expect.arrayContaining(['Cancel', 'Send']));
    expect(await dialog.getByLabel('Field').inputValue()).toBe('update');
    await page.keyboard.press('Escape');
  });

  test('drops the submit button for an update that says null', async () => {
    await send('update-null');
    await page.getByRole('dialog', { name: 'Updated' }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Send' }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  test('stays open for errors, and shows them only from 6.11 on', async () => {
    await send('errors');
    const error = dialog.getByText('This is the error.');
    if (client === '6.8') {
      expect(await dialog.count()).toBe(1);
      expect(await error.count()).toBe(0);
    } else {
      await error.waitFor();
    }
    await page.keyboard.press('Escape');
  });

  test('closes another dialog that the submit was answered with', async () => {
    await send('open');
    await gone();
  });

  test('stays open when the app fails, says nothing, and Cancel works again once the app does', async () => {
    await send('fail');
    expect(await dialog.count()).toBe(1);
    expect(await page.getByRole('status', { name: 'Notifications' }).innerText()).toBe('');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await gone();
  });

  test('tells the app of × and Cancel, and not of Esc and a click beside it', async () => {
    await open();
    await page.keyboard.press('Escape');
    await gone();
    await open();
    await page.mouse.click(5, 300);
    await gone();
    await open();
    await dialog.getByRole('button', { name: '×' }).click();
    await gone();
    await open();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await gone();
    const told = page.getByRole('log').getByText('told of the close');
    await told.nth(2).waitFor();
    // Cancel of the test before, then × and Cancel of this one.
    expect(await told.allInnerTexts()).toEqual([
      'told of the close, cleared: false',
      'told of the close, cleared: true',
      'told of the close, cleared: false',
    ]);
  });

  test('shows a hint under a field, or crashes over it before 6.12', async () => {
    await page.getByRole('combobox', { name: 'Message #general' }).fill('/page-probe hint');
    await page.keyboard.press('Enter');
    if (client === '8') {
      await dialog.getByText('hint', { exact: true }).waitFor();
    } else {
      await page.getByRole('heading', { name: 'The page crashed' }).waitFor();
      expectProblems(/Minified React error #31/);
    }
  });
});
