import { execFile } from 'child_process';

/** Thrown when a step of the preparation fails: says which one, and what its command said. */
export class PreparationError extends Error {
  constructor(step: string, reason: string) {
    super(`Preparing the Apps-Engine failed while ${step}:\n${reason}`);
    this.name = 'PreparationError';
  }
}

/**
 * Runs a command to its end.
 *
 * @param step what is being done, as the end of the sentence "… failed while"
 * @throws {PreparationError} with the end of what the command said
 */
export async function run(
  step: string,
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const env = { ...process.env, ...options.env, NO_COLOR: '1' };
    const child = execFile(
      command,
      args,
      { cwd: options.cwd, env, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        process.off('exit', stop);
        if (error) {
          // Deno adds a backtrace of its internals, which helps nobody.
          const said = `${stderr}\n${stdout}`.split(/^Stack backtrace/m)[0].trim();
          reject(new PreparationError(step, said.split('\n').slice(-15).join('\n') || error.message));
        } else {
          resolve();
        }
      },
    );
    const stop = (): void => void child.kill();
    process.once('exit', stop);
    child.stdin?.end();
  });
}
