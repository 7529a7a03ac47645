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
  return matching(say(key, values));
}

/** Matches what the app says of a logout, with the request ID in a line of its own below. */
export function sayingOfRequest(key: TextKey, values: Readonly<Record<string, string>> = {}): unknown {
  return matching(`${say(key, values)}\n${say('chat:request', values)}`);
}

function matching(text: string): unknown {
  const pieces = text.split(/\{\w+\}/);
  return expect.stringMatching(new RegExp(`^${pieces.map(escaped).join('[^]+')}$`));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
