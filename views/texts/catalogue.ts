import { en } from './en';

export type TextKey = keyof typeof en;
export type Catalogue = Readonly<Record<TextKey, string>>;

/** Texts of one language, with their values put in. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string>>) => string;

/** Puts values in the place of `{names}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
