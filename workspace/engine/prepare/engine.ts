/** The name of the npm package. */
export const APPS_ENGINE = '@rocket.chat/apps-engine';

/** An engine that is ready to be loaded. */
export interface PreparedEngine {
  /** The folder of the engine's package. */
  readonly packageFolder: string;
  /** Where an engine that asks for such a folder puts what it does not keep; older ones do not ask. */
  readonly tempFolder?: string;
  /** Makes this process one that the engine can run in: it changes its environment or its working directory. */
  enter(): void;
}
