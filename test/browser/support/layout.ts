import type { Locator } from 'playwright-core';

/** A word, or the part of it that stands on one line. */
interface Piece {
  readonly text: string;
  readonly rect: DOMRect;
}

/**
 * What of an element cannot be read as it stands on the screen: text that is cut off or leaves the element, texts and
 * buttons that overlap, and the element itself where it leaves the window. Empty when all of it can be read.
 */
export function unreadable(element: Locator): Promise<string[]> {
  return element.evaluate((root) => {
    const CUT = ['hidden', 'clip'];
    // A pixel of rounding is to be seen nowhere.
    const SLACK = 1;
    /** How large what two boxes share is; negative where they are apart. */
    const shared = (one: DOMRect, other: DOMRect) => ({
      width: Math.min(one.right, other.right) - Math.max(one.left, other.left),
      height: Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top),
    });
    const outer = root.getBoundingClientRect();
    const problems: string[] = [];
    if (outer.left < 0 || outer.top < 0 || outer.right > innerWidth || outer.bottom > innerHeight) {
      problems.push('the whole: leaves the window');
    }
    const pieces: Piece[] = [];
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (nodes.nextNode()) {
      const { currentNode: node } = nodes;
      // A space at the end of a line may stand outside.
      const words = Array.from((node.nodeValue ?? '').matchAll(/\S+/g)).flatMap(({ 0: text, index = 0 }): Piece[] => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        return Array.from(range.getClientRects(), (rect) => ({ text, rect }));
      });
      pieces.push(...words);
      for (let each = node.parentElement; each !== null && root.contains(each); each = each.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(each);
        const { right, bottom } = each.getBoundingClientRect();
        // What can be scrolled to is not cut off.
        const cutOff = words.filter(
          ({ rect }) =>
            (CUT.includes(overflowX) && rect.right > right + SLACK) ||
            (CUT.includes(overflowY) && rect.bottom > bottom + SLACK),
        );
        problems.push(...cutOff.map(({ text }) => `${text}: cut off`));
      }
    }
    pieces.forEach(({ text, rect }, i) => {
      if (rect.left < outer.left - SLACK || rect.right > outer.right + SLACK) {
        problems.push(`${text}: leaves the whole`);
      }
      for (const other of pieces.slice(i + 1)) {
        const { width, height } = shared(rect, other.rect);
        // Lines of one paragraph may touch.
        if (width > SLACK && height > Math.min(rect.height, other.rect.height) / 2) {
          problems.push(`${text}: overlaps ${other.text}`);
        }
      }
    });
    const buttons = Array.from(root.querySelectorAll('button'), (each) => each.getBoundingClientRect());
    const pairs = buttons.flatMap((one, i) => buttons.slice(i + 1).map((other) => shared(one, other)));
    if (pairs.some(({ width, height }) => width > 0 && height > 0)) {
      problems.push('buttons overlap');
    }
    return problems;
  });
}
