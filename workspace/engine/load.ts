import { createRequire } from 'module';
import * as path from 'path';
import type { HostedEngine } from './engines';
import { prepareEngine } from './prepare';
import type { PreparedEngine } from './prepare/engine';
import type { Progress } from './prepare/folder';

/**
 * The parts of an engine that the host builds upon. Typed by 1.59; where another one differs, the code that uses it
 * says so.
 */
export interface Engine {
  /** The exact one, as `1.62.0`. */
  readonly version: string;
  /** `tempFilePath` of its `AppManager`; the types know none. */
  readonly tempFolder: string | undefined;
  readonly AppManager: typeof import('@rocket.chat/apps-engine/server/AppManager').AppManager;
  readonly bridges: typeof import('@rocket.chat/apps-engine/server/bridges');
  readonly RoleBridge: typeof import('@rocket.chat/apps-engine/server/bridges/RoleBridge').RoleBridge;
  readonly OAuthAppsBridge: typeof import('@rocket.chat/apps-engine/server/bridges/OAuthAppsBridge').OAuthAppsBridge;
  readonly storage: typeof import('@rocket.chat/apps-engine/server/storage');
  readonly AppConsole: typeof import('@rocket.chat/apps-engine/server/logging').AppConsole;
  readonly SlashCommandContext: typeof import('@rocket.chat/apps-engine/definition/slashcommands').SlashCommandContext;
}

/**
 * Prepares (once) and loads an engine. Each call loads its modules anew: the engine's `AppManager` is a singleton, and
 * a second node of a cluster needs a second one.
 *
 * It changes this process: an engine finds its VM's modules by the working directory, or Deno through the environment.
 */
export async function loadEngine(hosted: HostedEngine, progress: Progress): Promise<Engine> {
  if (process.env.NODE_ENV === 'test') {
    // With that value the engine checks no permissions (server/managers/AppPermissionManager).
    delete process.env.NODE_ENV;
  }
  const prepared = await prepareEngine(hosted, progress);
  prepared.enter();
  return loadModules(prepared);
}

function loadModules({ packageFolder, tempFolder }: PreparedEngine): Engine {
  const engineRequire = createRequire(path.join(packageFolder, 'package.json'));
  for (const file of Object.keys(engineRequire.cache)) {
    if (file.startsWith(packageFolder + path.sep)) {
      delete engineRequire.cache[file];
    }
  }
  // A module's exports have the type that its own declarations give them.
  const load = <T>(file: string): T => engineRequire(`./${file}`) as T;
  return {
    version: load<{ version: string }>('package.json').version,
    tempFolder,
    ...load<Pick<Engine, 'AppManager'>>('server/AppManager'),
    bridges: load<Engine['bridges']>('server/bridges'),
    ...load<Pick<Engine, 'RoleBridge'>>('server/bridges/RoleBridge'),
    ...load<Pick<Engine, 'OAuthAppsBridge'>>('server/bridges/OAuthAppsBridge'),
    storage: {
      ...load<Engine['storage']>('server/storage'),
      ...load<Pick<Engine['storage'], 'AppSourceStorage'>>('server/storage/AppSourceStorage'),
    },
    AppConsole: load<Pick<Engine, 'AppConsole'>>('server/logging').AppConsole,
    SlashCommandContext: load<Pick<Engine, 'SlashCommandContext'>>('definition/slashcommands').SlashCommandContext,
  };
}
