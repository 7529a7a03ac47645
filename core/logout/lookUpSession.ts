import { Budget } from '../shared/budget';
import { SecondFactorError } from '../shared/errors';
import { Credential } from '../shared/ports';
import { afterMail } from '../shared/secondFactor';
import { Target } from '../shared/target';
import { ConfirmedSecondFactor, SecondFactorInHand } from './confirmSecondFactor';
import { InfoAnswer, SessionInfoApi } from './sessionInfoApi';
import { targetOf } from './targetOf';

/** How long the workspace may take to say whose session it is, in milliseconds: the logout is what counts. */
const LOOK_UP_MS = 1_500;
/** What must be left of the call for a look-up, so that enough is left for the logout, in milliseconds. */
const LEAST_MS = 6_000;

/** Whose session it is, and which device, as far as the workspace says. */
export type SessionOwner = Pick<Target, 'userId' | 'username' | 'device'>;

/** What the workspace said about a session: `unknown` when it has none like it, `no-answer` when it did not say. */
export type LookedUp = SessionOwner | 'unknown' | 'no-answer';

export interface LookUpPorts {
  readonly sessionInfo: SessionInfoApi;
  readonly budget: Budget;
}

/**
 * Finds out whose session it is, before it is ended: the workspace lists no session that was ended. With the caller's
 * own authority, their code and the User-Agent of the logout. Changes nothing.
 *
 * Asks only where the code is as good afterwards as before (`canBeUsedAgain`).
 *
 * @throws SecondFactorError when the workspace refuses the code, with which the logout would be refused as well. Nothing
 *   else is thrown: not to know whose session it is never stops a logout
 */
export async function lookUpSession(
  sessionId: string,
  confirmed: ConfirmedSecondFactor | SecondFactorInHand,
  call: { readonly workspaceUrl: string; readonly credential: Credential },
  { sessionInfo, budget }: LookUpPorts,
): Promise<LookedUp> {
  if (!canBeUsedAgain(confirmed)) {
    return 'no-answer';
  }
  const { secondFactor, userAgent } = confirmed;
  let answer: InfoAnswer;
  try {
    const timeoutMs = budget.limit(LOOK_UP_MS, LEAST_MS);
    answer = await sessionInfo.info({ ...call, secondFactor, userAgent, sessionId, timeoutMs });
  } catch {
    return 'no-answer';
  }
  switch (answer.kind) {
    case 'challenged':
      throw new SecondFactorError(afterMail(answer.challenge, confirmed), answer.status);
    case 'not-found':
      return 'unknown';
    case 'session': {
      // The workspace takes the ID for a search, in any case and for a part: what it finds can be another session.
      const { sessionId: found, ...owner } = targetOf(answer.row);
      return found === sessionId ? owner : 'unknown';
    }
  }
}

/**
 * Whether the workspace takes the code a second time. A mailed code and a backup code, which has 8 characters, are used
 * up by their first success (app/2fa/server/code/EmailCheck.ts, app/2fa/server/lib/totp.ts); the code of an
 * authenticator app is good for its time, and a password for ever.
 */
function canBeUsedAgain({ askedFor, secondFactor }: SecondFactorInHand): boolean {
  if (askedFor === undefined || askedFor === 'password') {
    return true;
  }
  return askedFor === 'totp' && /^\d{6}$/.test(secondFactor.code ?? '');
}
