import type { Page } from 'playwright-core';
import { shortTimeText, timeText } from '../../views/time';
import type { WorkspaceState } from '../../workspace/client/views';

/** A text that differs each time, as a regular expression, and what is shown in its place. */
export type Replacement = readonly [pattern: string, shown: string];

/** What an authenticator shows, and what is typed into fields that are not sent. */
export const SHOWN_CODE = '492039';
const SECONDS_LEFT = 17;
/** When the pictures are taken. Every time on the page is moved by as much, and rounded to ten minutes from then. */
const NOW = Date.parse('2026-11-23T14:03:00.000Z');
const STEP_MS = 10 * 60_000;

const ALWAYS: readonly Replacement[] = [[String.raw`\bRequest [\w-]{24}(?![\w-])`, 'Request 5nUvTq0wXJ3mZ8dKcRb2LhEy']];

/** The session that the documents speak of, too. */
export const TARGET_ID = 'tTouumJMrHMjnedWf';
/** The sessions of Ada's tab, of Alice, and of Bob; of each the newest first. */
const SESSION_IDS = [
  'wY7LfBt2RzKqEe6Jm',
  TARGET_ID,
  '2cRbnPq7XsWfYd4Ka',
  'Kz9mTgE3wLhQvNc5B',
  'aF6pJtRy8GxDs2WqM',
  'Hn4eZbKc7TwYf9LrX',
];

/** What to show in place of what this workspace made at random. @throws Error when it has other sessions than expected */
export function replacements({ sessions, users }: WorkspaceState): Replacement[] {
  const nameOf = (id: string): string => users.find(({ _id }) => _id === id)?.username ?? '';
  const ordered = [...sessions].sort(
    (a, b) => nameOf(a.userId).localeCompare(nameOf(b.userId)) || b.loginAt.localeCompare(a.loginAt),
  );
  if (ordered.length !== SESSION_IDS.length) {
    throw new Error(`The pictures show ${SESSION_IDS.length} sessions, and the workspace has ${ordered.length}.`);
  }
  const times = ordered.flatMap(({ loginAt }) => loginTimes(Date.parse(loginAt)));
  const done = times.map(([, shown]) => escaped(shown)).join('|');
  return [
    ...times,
    [String.raw`(?!${done})\d{4}-\d\d-\d\d \d\d:\d\d \(UTC\)`, timeText(NOW)],
    ...ALWAYS,
    ...ordered.map(({ sessionId }, i): Replacement => [sessionId, SESSION_IDS[i]]),
  ];
}

/** When somebody logged in, as lists of sessions say it: as long before the pictures as it was before now. */
function loginTimes(loginAt: number): Replacement[] {
  const shown = NOW - Math.round((Date.now() - loginAt) / STEP_MS) * STEP_MS;
  return [
    [escaped(timeText(loginAt)), timeText(shown)],
    [`(?<!\\d-)${shortTimeText(loginAt)}(?! \\()`, shortTimeText(shown)],
  ];
}

function escaped(text: string): string {
  return text.replace(/[()+]/g, '\\$&');
}

/** Moves every time that the page will show, before it is opened. */
export async function fixClock(page: Page): Promise<void> {
  // What runs in the page is compiled too, and names its functions by a helper of the compiler's.
  await page.addInitScript('globalThis.__name = (it) => it');
  await page.addInitScript(
    ({ now, step, offset }) => {
      const shown = (date: Date): Date => new Date(now + Math.round((date.getTime() + offset - now) / step) * step);
      for (const name of ['toLocaleTimeString', 'toLocaleDateString', 'toDateString'] as const) {
        const original = Date.prototype[name] as (...args: unknown[]) => string;
        Date.prototype[name] = function (this: Date, ...args: unknown[]) {
          return original.apply(shown(this), args);
        };
      }
    },
    { now: NOW, step: STEP_MS, offset: NOW - Date.now() },
  );
}

/** Shows fixed texts, and a fixed code, in place of those that differ each time. Lasts until the page draws them anew. */
export async function fixTexts(page: Page, all: readonly Replacement[]): Promise<void> {
  await page.evaluate(
    ({ all, code, seconds }) => {
      const fixed = (text: string): string =>
        all.reduce((result, [pattern, shown]) => result.replace(new RegExp(pattern, 'g'), shown), text);
      const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      while (nodes.nextNode()) {
        const { currentNode: node } = nodes;
        if (node.nodeValue !== null && fixed(node.nodeValue) !== node.nodeValue) {
          node.nodeValue = fixed(node.nodeValue);
        }
      }
      for (const element of document.querySelectorAll('[aria-label]')) {
        element.setAttribute('aria-label', fixed(element.getAttribute('aria-label') ?? ''));
      }
      const set = (selector: string, text: string): void => {
        for (const element of document.querySelectorAll(selector)) {
          element.textContent = text;
        }
      };
      set('.authenticator output', code);
      set('.authenticator [role=timer]', `${seconds} s`);
      document.querySelectorAll('progress').forEach((bar) => (bar.value = seconds));
    },
    { all, code: SHOWN_CODE, seconds: SECONDS_LEFT },
  );
}
