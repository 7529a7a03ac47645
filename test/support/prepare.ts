/**
 * Makes what the tests need and takes long to make. Runs once before them, and is quick if everything is there.
 * Arguments: the names of the engines to prepare.
 */
import { packageApp } from '../../scripts/package';
import { findEngine, type HostedEngine } from '../../workspace/engine/engines';
import { prepareEngine } from '../../workspace/engine/prepare';
import { bundle } from '../../workspace/web/server/bundle';
import { packageHostApp } from './hostApp';
import { packagePageApp } from './pageApp';
import { makeWorkspaceProgram } from './workspaceProgram';

async function main(): Promise<void> {
  const progress = (line: string): void => void process.stdout.write(`… ${line}\n`);
  const engines = process.argv.slice(2).map(find);
  await Promise.all(engines.map((engine) => prepareEngine(engine, progress)));
  await packageApp();
  await packageHostApp();
  await packagePageApp();
  await bundle();
  await makeWorkspaceProgram();
}

function find(name: string): HostedEngine {
  const engine = findEngine(name);
  if (engine === undefined) {
    throw new Error(`There is no engine "${name}".`);
  }
  return engine;
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
