import { createHash } from 'crypto';
import { Language } from './texts/languages';

const STYLE =
  'body{font:1.125rem/1.5 system-ui,sans-serif;max-width:36rem;margin:4rem auto;padding:0 1rem;color:#1f2329;background:#fff}' +
  '@media(prefers-color-scheme:dark){body{color:#e4e7ea;background:#1f2329}}';

/** The page a browser shows when it comes back from the consent page: one heading, one sentence, no script. */
export function callbackPage(heading: string, sentence: string, { tag, t }: Language): string {
  return [
    '<!DOCTYPE html>',
    `<html lang="${escaped(tag)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escaped(t('page:title'))}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    `<body><main><h1>${escaped(heading)}</h1><p>${escaped(sentence)}</p></main></body>`,
    '</html>',
  ].join('\n');
}

/** What the page may do: show its own style, and nothing else; its address, which holds a code, goes nowhere. */
export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Type': 'text/html; charset=utf-8',
  'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${createHash('sha256')
    .update(STYLE)
    .digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
};

function escaped(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character]);
}
