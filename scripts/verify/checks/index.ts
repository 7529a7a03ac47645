import type { Check } from '../check';
import { chatChecks, disconnectCheck, everythingInChatCheck } from './chat';
import { accessChecks } from './endpoint/access';
import { codeChecks } from './endpoint/codes';
import { inputChecks } from './endpoint/input';
import { logoutChecks } from './endpoint/logout';
import { everythingCheck, everythingRefusals } from './everything';
import { lockoutChecks } from './lockout';
import { noAuditorCheck, recordChecks } from './record';
import { secretChecks } from './secrets';
import { severalChecks } from './several';
import { speedChecks } from './speed';

/**
 * All of them, in the order in which they are tried: what ends little before what ends much, and what looks at the
 * traces of the others at the end.
 */
export const CHECKS: readonly Check[] = [
  ...accessChecks,
  ...inputChecks,
  ...codeChecks,
  ...logoutChecks,
  ...chatChecks,
  ...severalChecks,
  ...lockoutChecks,
  noAuditorCheck,
  ...everythingRefusals,
  everythingInChatCheck,
  disconnectCheck,
  everythingCheck,
  ...recordChecks,
  ...speedChecks,
  ...secretChecks,
];
