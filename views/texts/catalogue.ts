import { LIMITS } from '../../core/shared/limits';
import { en } from './en';

export type TextKey = keyof typeof en;
export type Catalogue = Readonly<Record<TextKey, string>>;

/** Texts of one language, with their values and the app's limits put in. */
export type Translate = (key: TextKey, values?: Readonly<Record<string, string>>) => string;

/** Puts values in place of `{names}`; a name without a value stays as it is. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}

export function translator(catalogue: Catalogue): Translate {
  return (key, values = {}) => fill(catalogue[key], { ...LIMITS, ...values });
}

/** For answers of the endpoint and for admins, where no language of a person is known. */
export const english: Translate = translator(en);
