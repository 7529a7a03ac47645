import type { World } from './world';

export type CheckGroup = 'endpoint' | 'chat' | 'several' | 'everything' | 'lockout' | 'record' | 'speed' | 'secrets';

/** One rule, tried on a workspace. */
export interface Check {
  /** Its group, and its name in it. */
  readonly id: `${CheckGroup}.${string}`;
  /** The rule as a sentence. */
  readonly title: string;
  /**
   * Tries it.
   *
   * @returns what else is worth knowing
   * @throws Failed, CouldNotTry; anything else is a failure as well
   */
  run(world: World): Promise<string | void>;
}
