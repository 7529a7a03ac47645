import { type Inlines, parse, type Paragraph, type Root } from '@rocket.chat/message-parser';
import { createElement, Fragment, type ReactElement, type ReactNode } from 'react';

type Block = Root[number];

/**
 * Marked-up text as clients show it: Rocket.Chat's own parser, and the elements of its packages/gazzodown. Links keep
 * whatever address they have, as there (LinkSpan does not look at it).
 */
export const Markup = ({ text, emoticons = false }: { text: string; emoticons?: boolean }): ReactElement => (
  <>{parse(text, { emoticons }).map(block)}</>
);

function block(token: Block, key: number): ReactNode {
  switch (token.type) {
    case 'PARAGRAPH':
    case 'BIG_EMOJI':
      return <div key={key}>{(token as Paragraph).value.map(inline)}</div>;
    case 'LINE_BREAK':
      return <br key={key} />;
    case 'HEADING':
      return createElement(`h${token.level}`, { key }, token.value.map(inline));
    case 'UNORDERED_LIST':
      return <ul key={key}>{token.value.map((item, i) => createElement('li', { key: i }, item.value.map(inline)))}</ul>;
    case 'ORDERED_LIST':
      return <ol key={key}>{token.value.map((item, i) => createElement('li', { key: i }, item.value.map(inline)))}</ol>;
    case 'QUOTE':
      return <blockquote key={key}>{token.value.map(block)}</blockquote>;
    case 'CODE':
      return (
        <pre key={key}>
          <code>{token.value.map(({ value }) => value.value).join('\n')}</code>
        </pre>
      );
    case 'LIST_ITEM':
    case 'TASKS':
    case 'KATEX':
      return null; // Nothing that an app of this kind writes.
  }
}

function inline(token: Inlines, key: number): ReactNode {
  switch (token.type) {
    case 'PLAIN_TEXT':
      return <Fragment key={key}>{token.value}</Fragment>;
    case 'BOLD':
      return <strong key={key}>{(token.value as Inlines[]).map(inline)}</strong>;
    case 'ITALIC':
      return <em key={key}>{(token.value as Inlines[]).map(inline)}</em>;
    case 'STRIKE':
      return <del key={key}>{(token.value as Inlines[]).map(inline)}</del>;
    case 'INLINE_CODE':
      return <code key={key}>{token.value.value}</code>;
    case 'LINK': {
      const { src, label } = token.value;
      return (
        <a key={key} href={src.value} title={src.value} rel="noopener noreferrer" target="_blank">
          {[label].flat().map((one, i) => inline(one as Inlines, i))}
        </a>
      );
    }
    case 'MENTION_USER':
      return <Fragment key={key}>@{token.value.value}</Fragment>;
    case 'MENTION_CHANNEL':
      return <Fragment key={key}>#{token.value.value}</Fragment>;
    case 'EMOJI':
      return <Fragment key={key}>{'unicode' in token ? token.unicode : `:${token.shortCode}:`}</Fragment>;
    case 'TIMESTAMP':
    case 'IMAGE':
    case 'COLOR':
    case 'INLINE_KATEX':
      return null;
  }
}
