import { setTimeout as pause } from 'timers/promises';
import type { ChatWorkspace } from './chatWorkspace';

/** Long enough for something else to happen, and shorter than the app waits for the workspace. */
const HELD_UP_MS = 4000;

/**
 * Lets something happen while the workspace holds up a request of the app.
 *
 * @param path of the request that is held up, before it is handled
 * @param action leads to that request; its result comes when the request is let go and everything is over
 */
export async function whileHeldUp<T>(
  chat: ChatWorkspace,
  path: string,
  action: () => Promise<T>,
  meanwhile: () => Promise<unknown>,
): Promise<T> {
  await chat.fault({ path, kind: 'delay', ms: HELD_UP_MS });
  let isOver = false;
  const result = action().finally(() => (isOver = true));
  result.catch(() => undefined); // looked at below
  while ((await chat.state()).faults.length > 0) {
    if (isOver) {
      throw new Error(`it was over before ${path} was asked for`);
    }
    await pause(20);
  }
  await meanwhile();
  expect(isOver).toBe(false);
  return result;
}
