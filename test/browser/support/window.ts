import type { Browser, BrowserContext, Page } from 'playwright-core';

/**
 * A browser whose tabs test after test is given: compiling the page's two megabytes of script in a new process takes a
 * second of processor time, in one that had the page before a quarter of that. Every test gets it as new: no storage, no
 * cookies, no other tabs, and nothing left that runs. Only the cache of what the server sent is kept.
 */
export class Window {
  private taken: Page[] = [];
  private spare: Page[] = [];

  private constructor(readonly context: BrowserContext) {}

  static async openIn(browser: Browser): Promise<Window> {
    return new Window(await browser.newContext());
  }

  /** A tab that this test has not used. */
  async takeTab(): Promise<Page> {
    const page = this.spare.shift() ?? (await this.context.newPage());
    this.taken.push(page);
    return page;
  }

  /**
   * Leaves the page in every tab, and clears away all that it left.
   *
   * @param address any document of its server that runs no script: storage belongs to a server
   * @throws Error when a tab was closed or has crashed; then the window can be used no more
   */
  async clear(address: string): Promise<void> {
    const own = [...this.taken, ...this.spare];
    await Promise.all(this.context.pages().flatMap((page) => (own.includes(page) ? [] : [page.close()])));
    for (const page of this.taken) {
      page.removeAllListeners();
      await page.goto(address);
      await page.evaluate(() => {
        localStorage.clear();
        sessionStorage.clear();
      });
    }
    await this.context.clearCookies();
    this.spare = own;
    this.taken = [];
  }
}
