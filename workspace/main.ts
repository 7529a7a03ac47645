/**
 * `npm start`: the embedded workspace with the packaged app in it. Environment: `PORT` (default 3000, 0: any free one),
 * `ENGINE` (the Apps-Engine, as `1.53`; `deno`, the default, is the newest, `vm` the oldest), `NODES` (servers that share
 * the data, default 1), `QUIET=1` (no guide), `APP` (path of a packaged app to install instead of this project's; `none`: no
 * app), `SESSIONS` (how many sessions to make beside the few that are always there, default 0).
 */
import AdmZip from 'adm-zip';
import { packageApp } from '../scripts/package';
import { Workspace } from './boot';
import { secondFactorOf } from './dev/views';
import { engineNames, findEngine } from './engine/engines';
import { guide, type GuidePerson } from './guide';
import { seedPassword } from './seed';
import { bundle } from './web/server/bundle';

/** How many people the guide introduces: those that every workspace has. */
const INTRODUCED = 7;
/** They are made in memory, in a few seconds. */
const MOST_SESSIONS = 100_000;

const workspace = new Workspace();

async function main(): Promise<void> {
  const options = readEnvironment(process.env);
  const progress = (line: string): void => console.log(`… ${line}`);
  if (options.app === undefined) {
    progress('packaging the app');
  }
  const zip = options.app === 'none' ? undefined : (options.app ?? (await packageApp()));
  await workspace.start({ ...options, zip, progress });

  const [url, ...others] = workspace.urls;
  console.log(`ready ${url}`);
  others.forEach((other) => console.log(`another server of the same workspace: ${other}`));
  if (!options.quiet && zip !== undefined) {
    console.log(guide({ baseUrl: url, appId: appIdOf(zip), people: people() }));
    // Made when the page is first opened, at the latest; somebody who reads the guide will open it.
    bundle().catch((error: Error) => console.error(`The page could not be made: ${error.message}`));
  }
}

function readEnvironment({
  PORT = '3000',
  ENGINE = 'deno',
  NODES = '1',
  SESSIONS = '0',
  QUIET,
  APP,
}: NodeJS.ProcessEnv) {
  const port = Number(PORT);
  const nodes = Number(NODES);
  const sessions = Number(SESSIONS);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, not "${PORT}".`);
  }
  const engine = findEngine(ENGINE);
  if (engine === undefined) {
    throw new Error(`ENGINE must be ${engineNames()}, not "${ENGINE}".`);
  }
  if (!Number.isInteger(nodes) || nodes < 1 || nodes > 4) {
    throw new Error(`NODES must be a number from 1 to 4, not "${NODES}".`);
  }
  if (!Number.isInteger(sessions) || sessions < 0 || sessions > MOST_SESSIONS) {
    throw new Error(`SESSIONS must be a number from 0 to ${MOST_SESSIONS}, not "${SESSIONS}".`);
  }
  return { port, nodes, sessions, engine, quiet: QUIET === '1', app: APP };
}

function appIdOf(zip: string): string {
  return (JSON.parse(new AdmZip(zip).readAsText('app.json')) as { id: string }).id;
}

function people(): GuidePerson[] {
  const { store } = workspace;
  const roleName = (id: string): string => store.findRole(id)?.name ?? id;
  return store.users
    .all()
    .filter(({ type }) => type === 'user')
    .slice(0, INTRODUCED)
    .map((user) => ({
      username: user.username,
      roles: user.roles.map(roleName),
      ...(user.passwordHash !== undefined && { password: seedPassword(user.username) }),
      secondFactor: secondFactorOf(store, user).method,
    }));
}

function explain(error: Error & { code?: string; port?: number }): string {
  if (error.code === 'EADDRINUSE') {
    return `Port ${error.port ?? ''} is in use. Choose another one: PORT=3001 npm start (0: any free one).`;
  }
  return error.message;
}

async function end(code: number): Promise<never> {
  // Calls that are still under way find the engine's process gone; nobody waits for them any more.
  process.on('uncaughtException', () => undefined);
  process.on('unhandledRejection', () => undefined);
  await workspace.close().catch((error: Error) => console.error(error.message));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => void end(0));
}
main().catch((error: Error) => {
  console.error(`\nnpm start: ${explain(error)}`);
  void end(1);
});
