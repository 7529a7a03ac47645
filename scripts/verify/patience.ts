import { setTimeout as pause } from 'timers/promises';
import type { Asking } from '../remote/asking';
import { logIn, type RemoteLogin, type Who } from '../remote/login';
import type { RemoteOptions } from '../remote/rest';
import { RemoteError } from '../remote/texts';
import { TEXTS } from './texts';

/** How long a workspace counts calls by default (`API_Enable_Rate_Limiter_Limit_Time_Default`), and a little more. */
const WINDOW_S = 61;
const MOST_TRIES = 3;

/**
 * Logs somebody in, as often as it takes: a workspace takes ten logins a minute from one address by default.
 *
 * @throws RemoteError
 */
export async function logInPatiently(
  url: string,
  who: Who,
  asking: Asking,
  options: RemoteOptions,
  wait = pause,
): Promise<RemoteLogin> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await logIn(url, who, asking, options);
    } catch (thrown) {
      if (!(thrown instanceof RemoteError) || thrown.code !== 'too-many-requests' || tries >= MOST_TRIES) {
        throw thrown;
      }
      asking.say(TEXTS.waitsForLogin(WINDOW_S));
      await wait(WINDOW_S * 1000);
    }
  }
}
