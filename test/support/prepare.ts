/** Makes what the tests need and takes long to make. Runs once before them, and is quick if everything is there. */
import { packageApp } from '../../scripts/package';
import { prepareDenoEngine } from '../../workspace/engine/prepare/deno';
import { prepareVmEngine } from '../../workspace/engine/prepare/vm';
import { bundle } from '../../workspace/web/server/bundle';
import { packageHostApp } from './hostApp';
import { packagePageApp } from './pageApp';
import { makeWorkspaceProgram } from './workspaceProgram';

async function main(): Promise<void> {
  const progress = (line: string): void => void process.stdout.write(`… ${line}\n`);
  await Promise.all([prepareDenoEngine(progress), prepareVmEngine(progress)]);
  await packageApp();
  await packageHostApp();
  await packagePageApp();
  await bundle();
  await makeWorkspaceProgram();
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
