import { GENERATIONS } from '../../workspace/web/client/generations';
import { named } from '../e2e/chat/support/texts';
import { useBrowser } from './support/browserWorkspace';
import type { Tab } from './support/tab';

const workspace = useBrowser();
const about = () => named(workspace.alice.sessionId);

test('a dialog begins at the reason, and Tab stays in it', async () => {
  const tab = await workspace.openConnected('admin');
  await tab.opensDialog(workspace.alice.sessionId);
  const focused = () => tab.page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id);
  const order: unknown[] = [];
  for (let i = 0; i < 5; i++) {
    order.push(await focused());
    await tab.page.keyboard.press('Tab');
  }
  expect(order).toEqual([
    'reason',
    expect.stringMatching(/^code-\d+$/),
    tab.text('modal:cancel'),
    tab.text('modal:log-out'),
    'reason',
  ]);
  await workspace.expectNotEnded(['totp-required']);
});

describe.each(GENERATIONS.map(({ id }) => id))('in the client of %s', (client) => {
  test.each([
    ['Esc', (tab: Tab) => tab.page.keyboard.press('Escape'), ['totp-required']],
    ['a click beside the dialog', (tab: Tab) => tab.page.mouse.click(5, 300), ['totp-required']],
    ['×', (tab: Tab) => tab.dialog.frame.getByRole('button', { name: '×' }).click(), ['totp-required', 'cancelled']],
    ['Cancel', (tab: Tab) => tab.dialog.button('modal:cancel').click(), ['totp-required', 'cancelled']],
  ])('%s closes the dialog, and ends nothing', async (_way, leave, results) => {
    const tab = await workspace.openConnected('admin', client);
    await tab.opensDialog(workspace.alice.sessionId);
    await leave(tab);
    await tab.dialog.gone();
    expect(await tab.composer.evaluate((field) => field === document.activeElement)).toBe(true);
    await workspace.expectNotEnded(results);
  });

  test('two people at once in two tabs of one browser: each ends a session, and sees their own messages', async () => {
    await workspace.appSettings({ password_in_chat: true });
    await Promise.all(['admin', 'pat'].map((username) => workspace.connected(username)));
    const browser = await workspace.newBrowser();
    const ada = await workspace.openIn(browser, 'admin', client);
    const pat = await workspace.openIn(browser, 'pat', client);
    await ada.types(workspace.alice.sessionId);
    await pat.types(workspace.bob.sessionId);
    await ada.dialog.answers('modal:code:totp', await ada.authenticatorCode());
    await pat.dialog.answers('modal:code:password', await pat.ownPassword());
    await ada.told('chat:done', named(workspace.alice.sessionId));
    await pat.told('chat:done', named(workspace.bob.sessionId));
    await ada.seesEnded('bob', workspace.bob.sessionId, 'pat');
    await pat.seesEnded('alice', workspace.alice.sessionId, 'admin');
    for (const tab of [ada, pat]) {
      expect(await tab.log.getByRole('article').count()).toBe(1);
    }
    for (const device of [workspace.alice, workspace.bob]) {
      expect(await workspace.isLoggedIn(device)).toBe(false);
    }
  });
});

test('the person whose session is ended sees it in their own tab, and can log in again', async () => {
  const alice = await workspace.open('alice');
  const ada = await workspace.openConnected('admin');
  const hers = ada.page.getByRole('list', { name: 'Sessions of alice' }).getByRole('listitem');
  await hers
    .filter({ hasText: '127.0.0.1' })
    .first()
    .getByRole('button', { name: 'Type the command that ends' })
    .click();
  await ada.composer.press('Enter');
  await ada.dialog.answers('modal:code:totp', await ada.authenticatorCode());
  await alice.page.getByRole('heading', { name: 'You were logged out' }).waitFor();
  await alice.page.getByText('was ended by admin').waitFor();
  await workspace.expectRecorded(['totp-required', 'done']);
  await alice.page.getByRole('button', { name: 'Log in again' }).click();
  await alice.composer.waitFor();
});

test('on a phone: everything is in sight, and the code can be looked up while the dialog waits', async () => {
  const tab = await workspace.openConnected('admin', '8', { viewport: { width: 390, height: 844 }, hasTouch: true });
  const width = () => tab.page.evaluate(() => document.documentElement.scrollWidth);
  const view = (name: string) =>
    tab.page.getByRole('navigation', { name: 'Views' }).getByRole('button', { name }).tap();
  await tab.opensDialog(workspace.alice.sessionId);
  await tab.dialog.field('modal:reason').fill('typed on a phone');
  expect(await width()).toBe(390);
  await view('Behind the scenes');
  const code = await tab.authenticatorCode();
  expect(await width()).toBe(390);
  await view('Chat');
  expect(await tab.dialog.field('modal:reason').inputValue()).toBe('typed on a phone');
  await tab.dialog.answers('modal:code:totp', code);
  await tab.told('chat:done', about());
  await workspace.expectEnded(tab, ['totp-required', 'done']);
});

test('the workspace is of the release of the client that was chosen last, and the page says so', async () => {
  const first = await workspace.open('admin', '6.8');
  await first.page.getByText('The workspace says it is 6.8.0').waitFor();
  await workspace.open('pat', '6.5');
  await first.page.getByText('The workspace says it is 6.5.3').waitFor();
  await first.page.getByText('Another tab has chosen another client').waitFor();
});
