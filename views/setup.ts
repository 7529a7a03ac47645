import { PartState, SetupCheck } from '../core/oversight/setup';
import { TextKey, Translate } from './texts/catalogue';

const MARKS: Readonly<Record<PartState, string>> = { ok: '✓', problem: '✗', unknown: '–' };

/** What was found of one part of the set-up, and what to do about it. */
export function setupLine({ part, finding }: SetupCheck, t: Translate): string {
  return t(`setup:${part}:${finding}` as TextKey);
}

/** The whole set-up, line by line. */
export function setupText(checks: readonly SetupCheck[], t: Translate): string {
  return [t('setup:title'), ...checks.map((check) => `${MARKS[check.state]} ${setupLine(check, t)}`)].join('\n');
}
