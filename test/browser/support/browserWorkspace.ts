import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import type { ClientGeneration } from '../../../workspace/web/client/generations';
import { ChatWorkspace } from '../../e2e/chat/support/chatWorkspace';
import { expectNothingEnded, expectOnlyEnded } from '../../e2e/support/expectations';
import { useWorkspace } from '../../e2e/support/workspace';
import { launchChromium } from '../../support/chromium';
import { Tab } from './tab';
import { Window } from './window';

export type ClientId = ClientGeneration['id'];

/** An embedded workspace whose people are in front of its page, each in a browser of their own unless told otherwise. */
export class BrowserWorkspace extends ChatWorkspace {
  private browser?: Browser;
  private contexts: BrowserContext[] = [];
  private tabs: Tab[] = [];
  /** Those that the test has used, and those that it has not. */
  private used: Window[] = [];
  private spare: Window[] = [];

  override async start(): Promise<void> {
    this.browser = await launchChromium();
    await super.start();
  }

  override async stop(): Promise<void> {
    await this.browser?.close();
    await super.stop();
  }

  /**
   * Opens the page as this person, with this client: the workspace is of its release from then on. The browser is one
   * that tests share, unless options are given.
   */
  async open(username: string, client: ClientId = '8', options?: BrowserContextOptions): Promise<Tab> {
    return this.openIn(await this.newBrowser(options), username, client);
  }

  /** Opens another tab of a browser. */
  async openIn(context: BrowserContext, username: string, client: ClientId = '8'): Promise<Tab> {
    const shared = this.used.find((window) => window.context === context);
    const tab = new Tab(await (shared?.takeTab() ?? context.newPage()), username);
    this.tabs.push(tab);
    await tab.page.goto(`${this.url}/?as=${username}&client=${client}`);
    await tab.composer.waitFor();
    return tab;
  }

  /** Opens the page as somebody who lets the app act for them already. */
  async openConnected(username: string, client?: ClientId, options?: BrowserContextOptions): Promise<Tab> {
    await this.connected(username);
    return this.open(username, client, options);
  }

  /**
   * A browser without any open tab. Without options it is one that tests share, so they must not change how it works
   * (size, routes, permissions): with options, even none (`{}`), it is the test's own.
   */
  async newBrowser(options?: BrowserContextOptions): Promise<BrowserContext> {
    if (this.browser === undefined) {
      throw new Error('the browser is not started');
    }
    if (options === undefined) {
      const window = this.spare.shift() ?? (await Window.openIn(this.browser));
      this.used.push(window);
      return window.context;
    }
    const context = await this.browser.newContext(options);
    this.contexts.push(context);
    return context;
  }

  /** Closes everything that the test opened. @returns what went wrong in any of the tabs, as a developer would see it */
  async closeAll(): Promise<string[]> {
    const problems = this.tabs.flatMap((tab) => tab.problems);
    const { contexts, used } = this;
    this.contexts = [];
    this.tabs = [];
    this.used = [];
    await Promise.all(contexts.map((context) => context.close()));
    await Promise.all(used.map((window) => window.clear(`${this.url}/_page/people`)));
    // The first one stays the first one: it has had the page most often.
    this.spare.unshift(...used);
    return problems;
  }

  /** The record has these results of logouts, in order. */
  async expectRecorded(results: readonly string[]): Promise<void> {
    expect(await this.recordedResults()).toEqual(results);
  }

  /** The results of logouts, in the order in which they began. */
  private async recordedResults(): Promise<string[]> {
    const entries = (await this.auditEntries()).filter(({ action }) => action === 'logout');
    return entries.map(({ outcome }) => (outcome === 'unknown' ? outcome : outcome.result));
  }

  /** Alice's device was logged out by this person, and nobody else's. */
  private async expectOnlyAliceEnded(by: Tab): Promise<void> {
    const { users } = await this.state();
    await expectOnlyEnded(this, this.alice, users.find(({ username }) => username === by.username)?._id ?? '');
  }

  /** Alice's device was logged out by this person, and nobody else's; the record has these results, in order. */
  async expectEnded(by: Tab, results: readonly string[]): Promise<void> {
    await this.expectOnlyAliceEnded(by);
    await this.expectRecorded(results);
  }

  /** The same, where two requests ran at once: the record has these results in any order. */
  async expectEndedWhileRefused(by: Tab, results: readonly string[]): Promise<void> {
    await this.expectOnlyAliceEnded(by);
    expect((await this.recordedResults()).sort()).toEqual([...results].sort());
  }

  /** Nobody was logged out; the record has these results, in order. */
  async expectNotEnded(results: readonly string[]): Promise<void> {
    await expectNothingEnded(this);
    await this.expectRecorded(results);
  }
}

/** One workspace and one browser for the test file that calls this; the workspace is as new before each test. */
export function useBrowser(): BrowserWorkspace {
  const workspace = useWorkspace(new BrowserWorkspace());
  afterEach(async () => expect(await workspace.closeAll()).toEqual([]));
  return workspace;
}
