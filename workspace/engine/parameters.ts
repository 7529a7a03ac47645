/** A quoted stretch at the current position: ended by the same quote, unless that is escaped. */
const QUOTED = /(["'])((?:\\?.)*?)\1/sy;
const SPACE = /\s/;

/**
 * The arguments of a slash command as the app gets them: separated by white space, except inside quotes, which are
 * taken away. Two quoted arguments need no space between them; a quote without a partner is an ordinary character.
 * The behaviour is that of Rocket.Chat `apps/meteor/lib/utils/parseParameters.ts`.
 */
export function parseParameters(text: string): string[] {
  const found: string[] = [];
  let current = '';
  let afterQuote = false;
  const finish = (): void => {
    if (current !== '') {
      found.push(current.replaceAll('\\"', '"'));
    }
    current = '';
    afterQuote = false;
  };

  for (let at = 0; at < text.length; ) {
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(text);
    if (quoted !== null) {
      if (afterQuote) {
        finish();
      }
      current += quoted[2];
      afterQuote = true;
      at = QUOTED.lastIndex;
    } else {
      if (SPACE.test(text[at])) {
        finish();
      } else {
        current += text[at];
        afterQuote = false;
      }
      at += 1;
    }
  }
  finish();
  return found;
}
