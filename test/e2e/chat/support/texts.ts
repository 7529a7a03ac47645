import { english, TextKey } from '../../../../views/texts/catalogue';

/** What the app says in English. Values that are not given stay as they are in the catalogue: `{name}`. */
export function say(key: TextKey, values: Readonly<Record<string, string>> = {}): string {
  return english(key, values);
}

/** A session as the app's texts name it. */
export function named(sessionId: string): { session: string } {
  return { session: `\`${sessionId}\`` };
}

/** Matches what the app says, whatever stands for the values that are not given. */
export function saying(key: TextKey, values: Readonly<Record<string, string>> = {}): unknown {
  const pieces = say(key, values).split(/\{\w+\}/);
  return expect.stringMatching(new RegExp(`^${pieces.map(escaped).join('[^]+')}$`));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
