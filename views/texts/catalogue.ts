import { en } from './en';

export type TextKey = keyof typeof en;

/** Puts values in the place of `{names}`. */
export function fill(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => values[name] ?? placeholder);
}
