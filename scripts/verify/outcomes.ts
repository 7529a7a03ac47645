import { TEXTS } from './texts';

/** A rule that does not hold on this workspace. */
export class Failed extends Error {
  /** @param stops going on could do harm: nothing is tried any more */
  constructor(
    readonly expected: string,
    readonly saw: string,
    readonly stops = false,
  ) {
    super(`expected ${expected}, saw ${saw}`);
    this.name = 'Failed';
  }
}

/** Thrown where a rule cannot be tried here, or not without harm. */
export class CouldNotTry extends Error {
  /** @param stops it cannot be tried any more in this run, and neither can anything else */
  constructor(
    readonly why: string,
    readonly stops = false,
  ) {
    super(why);
    this.name = 'CouldNotTry';
  }
}

/** Thrown where it takes a licence with device management, which the workspace has not. */
export class NoLicence extends CouldNotTry {
  constructor() {
    super(TEXTS.noLicence);
    this.name = 'NoLicence';
  }
}
