import { verify } from '../../../scripts/verify/main';
import type { Report } from '../../../scripts/verify/report';
import { seedPassword } from '../../../workspace/seed';
import type { Workspace } from './workspace';

/** Of the seeded `admin`. */
export const ADMIN_SECRET = 'JBSWY3DPEHPK3PXP';

export interface Verified {
  readonly status: number;
  readonly report: Report;
  /** Everything that was printed. */
  readonly printed: string;
}

/** Runs `npm run verify -- --json`, as `admin` and on this person, without asking. */
export function verifying(
  { url }: Pick<Workspace, 'url'>,
  testPerson: string,
  ...only: readonly string[]
): Promise<Verified> {
  return verifyingWith(url, credentials(testPerson), only);
}

/** @param answer to a question; by default nobody is there to answer */
export async function verifyingWith(
  url: string,
  env: Readonly<Record<string, string>>,
  only: readonly string[],
  answer: (question: string) => Promise<string> = nobody,
): Promise<Verified> {
  const said: string[] = [];
  const printed: string[] = [];
  const status = await verify({
    argv: [...only.flatMap((pattern) => ['--only', pattern]), '--json', url],
    env,
    askingAt: () => ({ say: (line) => void said.push(line), ask: answer, confirm: async () => false }),
    print: (text) => void printed.push(text),
    signal: new AbortController().signal,
  });
  if (printed.length !== 1) {
    throw new Error(`there is no result:\n${said.join('\n')}`);
  }
  return { status, report: JSON.parse(printed[0]) as Report, printed: [...said, ...printed].join('\n') };
}

export function credentials(testPerson: string): Record<string, string> {
  return {
    VERIFY_USER: 'admin',
    VERIFY_PASSWORD: seedPassword('admin'),
    VERIFY_TOTP_SECRET: ADMIN_SECRET,
    VERIFY_TEST_USER: testPerson,
    VERIFY_TEST_PASSWORD: seedPassword(testPerson),
    VERIFY_YES: '1',
  };
}

async function nobody(question: string): Promise<never> {
  throw new Error(`asked: ${question}`);
}

/** How each check ended that did not hold. */
export function notHeld({ checks }: Report): Record<string, string> {
  return Object.fromEntries(
    checks.filter(({ result }) => result !== 'held').map((check) => [check.id, wordsOf(check)]),
  );
}

function wordsOf(check: Report['checks'][number]): string {
  switch (check.result) {
    case 'held':
      return check.note ?? '';
    case 'failed':
      return `failed: expected ${check.expected}; saw ${check.saw}`;
    case 'not-tried':
      return check.why;
  }
}
