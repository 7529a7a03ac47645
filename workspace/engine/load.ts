import { createRequire } from 'module';
import * as path from 'path';
import { prepareDenoEngine } from './prepare/deno';
import type { Progress } from './prepare/folder';
import { prepareVmEngine } from './prepare/vm';

/** `deno`: engine 1.59, of late servers. `vm`: engine 1.42, of servers up to 6.9. */
export type EngineGeneration = 'deno' | 'vm';

/**
 * The parts of an engine that the host builds upon. Typed by the late generation; where the older one differs, the code
 * that uses it says so.
 */
export interface Engine {
  readonly generation: EngineGeneration;
  readonly version: string;
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
 * It changes this process: the older generation needs a working directory of its own, the late one finds Deno through the
 * environment.
 */
export async function loadEngine(generation: EngineGeneration, progress: Progress): Promise<Engine> {
  if (process.env.NODE_ENV === 'test') {
    // With that value the engine checks no permissions (server/managers/AppPermissionManager).
    delete process.env.NODE_ENV;
  }
  return loadModules(generation, generation === 'vm' ? await enterVm(progress) : await enterDeno(progress));
}

async function enterDeno(progress: Progress): Promise<string> {
  const { packageFolder, denoDir, binFolder } = await prepareDenoEngine(progress);
  process.env.DENO_DIR = denoDir;
  if (!process.env.PATH?.startsWith(binFolder)) {
    process.env.PATH = `${binFolder}${path.delimiter}${process.env.PATH ?? ''}`;
  }
  return packageFolder;
}

async function enterVm(progress: Progress): Promise<string> {
  const { packageFolder, workingFolder } = await prepareVmEngine(progress);
  process.chdir(workingFolder);
  return packageFolder;
}

function loadModules(generation: EngineGeneration, packageFolder: string): Engine {
  const engineRequire = createRequire(path.join(packageFolder, 'package.json'));
  for (const file of Object.keys(engineRequire.cache)) {
    if (file.startsWith(packageFolder + path.sep)) {
      delete engineRequire.cache[file];
    }
  }
  // A module's exports have the type that its own declarations give them.
  const load = <T>(file: string): T => engineRequire(`./${file}`) as T;
  return {
    generation,
    version: load<{ version: string }>('package.json').version,
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
