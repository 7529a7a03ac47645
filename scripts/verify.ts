/**
 * `npm run verify -- https://staging.example.com`: tries out the installed app on a workspace, from outside, and says
 * what holds. `--help` lists options, environment variables and checks.
 */
import { askingAtTerminal } from './remote/asking';
import { EXIT, verify } from './verify/main';

const stop = new AbortController();
let impatient = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (impatient) {
      process.exit(EXIT.interrupted);
    }
    impatient = true;
    stop.abort();
  });
}

void verify({
  argv: process.argv.slice(2),
  env: process.env,
  askingAt: (json) => askingAtTerminal(json ? { output: process.stderr } : {}),
  print: (text) => void process.stdout.write(`${text}\n`),
  signal: stop.signal,
}).then((status) => {
  // What a client waits for in case an answer is late would hold up the end.
  process.stdout.write('', () => process.exit(status));
});
