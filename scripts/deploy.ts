/** `npm run deploy -- <address>`: brings the app onto a Rocket.Chat server. `--help` says the rest. */
import { packageApp } from './package';
import { deploy } from './deploy/deploy';
import { readOrder } from './deploy/arguments';
import { readPackage } from './deploy/packaged';
import { deployText } from './deploy/texts';
import { askingAtTerminal } from './remote/asking';

async function main(): Promise<void> {
  const order = readOrder(process.argv.slice(2), process.env);
  // No program that this one starts needs them.
  Object.keys(process.env)
    .filter((name) => name.startsWith('DEPLOY_'))
    .forEach((name) => delete process.env[name]);
  if (order === 'help') {
    console.log(deployText('help'));
    return;
  }
  const asking = askingAtTerminal();
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => stop.abort());
  }
  const packaged = async () => {
    if (order.packageFile === undefined) {
      asking.say(deployText('packaging'));
    }
    return readPackage(order.packageFile ?? (await packageApp()));
  };
  await deploy(order, { asking, packaged, signal: stop.signal });
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
