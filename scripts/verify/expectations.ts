import type { RestAnswer } from '../remote/rest';
import { shown } from '../remote/texts';
import { contentOf, type Content } from './app';
import { Failed } from './outcomes';

/** Fails unless the condition holds. @param saw what there was instead */
export function expectThat(condition: boolean, expected: string, saw: string | (() => string)): asserts condition {
  if (!condition) {
    throw new Failed(expected, typeof saw === 'string' ? saw : saw());
  }
}

/** An answer of the app in a few words: its status and its error, or the beginning of what it says. */
export function inWords(answer: RestAnswer): string {
  const { errorType } = contentOf(answer);
  return `${answer.status} ${errorType ?? shown(answer.text)}`.trim();
}

/** @returns what the answer says */
export function expectAnswer(answer: RestAnswer, status: number, errorType?: string): Content {
  const expected = errorType === undefined ? String(status) : `${status} ${errorType}`;
  const content = contentOf(answer);
  expectThat(answer.status === status && content.errorType === errorType, expected, () => inWords(answer));
  return content;
}
