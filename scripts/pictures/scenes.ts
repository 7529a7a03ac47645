import type { Browser, Locator, Page } from 'playwright-core';
import { Tab } from '../../test/browser/support/tab';
import { WorkspaceClient } from '../../workspace/client/workspaceClient';
import { fixClock, fixTexts, type Replacement, replacements, SHOWN_CODE, TARGET_ID } from './fixedWorld';

export const PICTURES = ['page', 'connect', 'code', 'incorrect', 'result', 'search', 'choice', 'everything'] as const;
export type PictureName = (typeof PICTURES)[number];

/** Something that is pictured, while it is on the screen. */
export interface Scene {
  readonly name: PictureName;
  readonly page: Page;
  readonly element: Locator;
  /** What can be read in it, and by which roles: the same each time. */
  readonly shown: readonly string[];
}

/** Chrome on macOS, so that the picture does not tell of a browser without a screen. */
const USER_AGENT =
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';

/**
 * Goes through a logout on the page of a fresh workspace, as Ada, who lost nothing but helps Alice, and stops wherever
 * there is something to picture.
 *
 * @param onScene what to do with each scene, in the order in which they come
 */
export async function playScenes(
  browser: Browser,
  url: string,
  onScene: (scene: Scene) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 880 },
    deviceScaleFactor: 2,
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    userAgent: USER_AGENT,
  });
  try {
    const page = await context.newPage();
    await fixClock(page);
    await page.goto(`${url}/?as=admin&client=8`);
    const tab = new Tab(page, 'admin');
    await tab.composer.waitFor();
    const workspace = new WorkspaceClient(url);
    const fixed = replacements(await workspace.state());
    const [target] = fixed.find(([, shown]) => shown === TARGET_ID) ?? [''];
    const show = async (name: PictureName, element: Locator): Promise<void> => {
      await page.mouse.move(0, 0);
      await onScene({ name, page, element, shown: await readShown(page, element, fixed) });
    };
    await play(tab, workspace, target, show);
  } finally {
    await context.close();
  }
}

async function play(
  tab: Tab,
  workspace: WorkspaceClient,
  sessionId: string,
  show: (name: PictureName, element: Locator) => Promise<void>,
): Promise<void> {
  const { dialog } = tab;
  /** Without what is around it. */
  const window = dialog.frame.locator('.rcx-modal__inner');
  await tab.types('connect');
  await dialog.named('modal:connect-title');
  await show('connect', window);
  await tab.connects();
  await tab.told('chat:connected');
  await dialog.button('modal:close').click();
  await dialog.gone();

  await tab.types(`${sessionId} stolen laptop`);
  await dialog.named('modal:title');
  await dialog.field('modal:code:totp').fill(SHOWN_CODE);
  await show('code', window);

  await dialog.answers('modal:code:totp', '12345');
  await dialog.says('modal:code-incorrect');
  await dialog.field('modal:code:totp').waitFor();
  await show('incorrect', window);

  // The page shows a fixed code by now.
  await dialog.answers('modal:code:totp', await workspace.code(tab.username));
  const result = await tab.told('chat:done');
  await dialog.gone();
  await tab.page.getByText('Ended by admin').waitFor();
  // The outcome is stored after the message was sent; until then the entry reads "unknown".
  await tab.page.getByRole('list', { name: 'Audit entries' }).getByText('done', { exact: true }).nth(1).waitFor();
  await show('result', result);
  await show('page', tab.page.locator('body'));

  await tab.types('@alice stolen bag');
  await dialog.named('search:title');
  await dialog.field('modal:code:totp').fill(SHOWN_CODE);
  await show('search', window);
  await dialog.finds('modal:code:totp', await workspace.code(tab.username));
  await dialog.named('choice:title');
  await dialog.choosesSessions([1]);
  await show('choice', window);
  await tab.page.keyboard.press('Escape');
  await dialog.gone();

  await tab.choosesLicence('One without device management');
  await tab.types('@alice stolen bag');
  await dialog.named('everything:title');
  await dialog.field('modal:code:totp').fill(SHOWN_CODE);
  await show('everything', window);
}

/** Makes what is on the screen the same each time. @returns the accessible tree of the element, line by line */
async function readShown(page: Page, element: Locator, fixed: readonly Replacement[]): Promise<string[]> {
  await fixTexts(page, fixed);
  // The address of the consent page is another one each time, and cannot be seen.
  return (await element.ariaSnapshot()).split('\n').filter((line) => !line.trimStart().startsWith('- /url: '));
}
