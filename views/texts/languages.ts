import { Catalogue, Translate, translator } from './catalogue';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { ptBR } from './pt-BR';

const CATALOGUES: Readonly<Record<string, Catalogue>> = { en, 'pt-BR': ptBR, es, de };

/** A person's language among those the app speaks. */
export interface Language {
  /** IETF tag, as for the `lang` of a page. */
  readonly tag: string;
  readonly t: Translate;
}

/**
 * The language for an IETF tag such as `pt-BR` or `de_AT`: exactly that one, or one with the same first part, or
 * English.
 */
export function languageOf(tag: unknown): Language {
  const wanted = (typeof tag === 'string' ? tag : '').slice(0, 35).replace('_', '-').toLowerCase();
  const [primary] = wanted.split('-');
  const tags = Object.keys(CATALOGUES);
  const found =
    tags.find((each) => each.toLowerCase() === wanted) ??
    tags.find((each) => each.toLowerCase().split('-')[0] === primary) ??
    'en';
  return { tag: found, t: translator(CATALOGUES[found]) };
}
