/** Shorter ones, such as codes, count only where they are a word of their own. */
const LONG = 12;
const HIDDEN = '…';

/** Everything secret that a run sends or is given, by what it is. Nothing is printed that was not redacted here. */
export class Secrets {
  private readonly known = new Map<string, string>();

  /** @returns the value, so that it can be remembered where it is used first */
  add(name: string, value: string): string {
    if (value !== '') {
      this.known.set(value, name);
    }
    return value;
  }

  /** The names of the secrets that stand in the text, each once. */
  namesIn(text: string): string[] {
    return [...new Set([...this.known].filter(([value]) => patternOf(value).test(text)).map(([, name]) => name))];
  }

  /** The text without any of them. */
  redact(text: string): string {
    return [...this.known.keys()].reduce((left, value) => left.replace(patternOf(value), HIDDEN), text);
  }
}

function patternOf(value: string): RegExp {
  const literal = value.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(value.length > LONG ? literal : `(?<![A-Za-z0-9])${literal}(?![A-Za-z0-9])`, 'g');
}
