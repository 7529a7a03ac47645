import { existsSync, readdirSync, readFileSync } from 'fs';
import Slugger from 'github-slugger';
import MarkdownIt from 'markdown-it';
import * as path from 'path';

export const ROOT = path.resolve(__dirname, '..', '..', '..');

type Tokens = ReturnType<MarkdownIt['parse']>;

/** A Markdown document as its readers see it. */
export interface Document {
  readonly text: string;
  /** Where its links and images lead, as written. */
  readonly links: readonly string[];
  /** What stands in backticks, outside of code blocks. */
  readonly codeSpans: readonly string[];
  /** The anchors that GitHub makes from its headings. */
  readonly anchors: readonly string[];
  /** Its code blocks with the language they are marked with. */
  readonly blocks: ReadonlyArray<{ readonly language: string; readonly code: string }>;
  /** The cells of each table, row by row, as written; the first row is the head. */
  readonly tables: readonly (readonly (readonly string[])[])[];
}

/** Every Markdown file that people are meant to read, relative to the project. */
export function documentPaths(): string[] {
  return ['.', 'docs', '.github', '.github/ISSUE_TEMPLATE']
    .filter((folder) => existsSync(path.join(ROOT, folder)))
    .flatMap((folder) => readdirSync(path.join(ROOT, folder)).map((name) => path.posix.join(folder, name)))
    .filter((file) => file.endsWith('.md'));
}

/** @param file relative to the project */
export function readDocument(file: string): Document {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const tokens = new MarkdownIt().parse(text, {});
  return {
    text,
    links: linksIn(tokens),
    codeSpans: codeSpansOf(tokens),
    anchors: anchorsIn(tokens),
    blocks: blocksIn(tokens),
    tables: tablesIn(tokens),
  };
}

/**
 * The one table of a document whose head is this.
 *
 * @returns its rows without the head
 * @throws Error when there is none, or more than one
 */
export function tableWith(head: readonly string[], { tables }: Document): readonly (readonly string[])[] {
  const found = tables.filter(([first]) => JSON.stringify(first) === JSON.stringify(head));
  if (found.length !== 1) {
    throw new Error(`${found.length} tables have the head ${head.join(' | ')}`);
  }
  return found[0].slice(1);
}

/** What stands in backticks in one cell of a table. */
export function codeSpansIn(cell: string): string[] {
  return Array.from(cell.matchAll(/`([^`]+)`/g), ([, code]) => code);
}

function linksIn(tokens: Tokens): string[] {
  return tokens
    .flatMap(({ children }) => children ?? [])
    .flatMap((token) => token.attrGet('href') ?? token.attrGet('src') ?? []);
}

function codeSpansOf(tokens: Tokens): string[] {
  return tokens
    .flatMap(({ children }) => children ?? [])
    .flatMap(({ type, content }) => (type === 'code_inline' ? [content] : []));
}

function anchorsIn(tokens: Tokens): string[] {
  const slugger = new Slugger();
  return tokens.flatMap(({ type }, index) =>
    type === 'heading_open' ? [slugger.slug(plain(tokens[index + 1].children ?? []))] : [],
  );
}

function plain(children: Tokens): string {
  return children.map(({ type, content }) => (type === 'text' || type === 'code_inline' ? content : '')).join('');
}

function blocksIn(tokens: Tokens): Document['blocks'] {
  return tokens.flatMap(({ type, info, content }) =>
    type === 'fence' ? [{ language: info.trim(), code: content }] : [],
  );
}

function tablesIn(tokens: Tokens): string[][][] {
  const tables: string[][][] = [];
  tokens.forEach(({ type }, index) => {
    if (type === 'table_open') {
      tables.push([]);
    } else if (type === 'tr_open') {
      tables[tables.length - 1].push([]);
    } else if (type === 'th_open' || type === 'td_open') {
      tables[tables.length - 1].slice(-1)[0].push(tokens[index + 1].content);
    }
  });
  return tables;
}
