/**
 * `npm run bench`: measures single logouts. `npm run bench -- many`: finding sessions, and ending many.
 * `npm run bench -- record`: reading the record. `npm run bench -- everything`: ending everything without a licence.
 * `ENGINE=vm` measures the older engine. Fails only when a call gets an unexpected answer.
 */
import { WorkspaceProcess } from '../workspace/client/workspaceProcess';
import type { EngineName } from '../workspace/engine/engines';
import { benchEverything } from './everything';
import { benchLogout } from './logout';
import { benchMany } from './many';
import { benchRecord } from './record';

const BENCHES = new Map([
  ['logout', benchLogout],
  ['many', benchMany],
  ['record', benchRecord],
  ['everything', benchEverything],
]);

async function main(name = 'logout'): Promise<void> {
  const bench = BENCHES.get(name);
  if (bench === undefined) {
    throw new Error(`There is no bench "${name}", only these: ${[...BENCHES.keys()].join(', ')}.`);
  }
  await bench(process.env.ENGINE as EngineName | undefined); // checked by the workspace
}

// However the bench ends, no workspace is left running.
process.once('exit', () => WorkspaceProcess.killAll());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => process.exit(1));
}
main(process.argv[2]).catch((error: Error) => {
  console.error(`\nnpm run bench: ${error.message}`);
  process.exit(1);
});
