import type { HostedEngine } from '../engines';
import { prepareDenoEngine } from './deno';
import type { PreparedEngine } from './engine';
import type { Progress } from './folder';
import { prepareVmEngine } from './vm';

/**
 * Makes an engine ready, which takes about half a minute and a network the first time, and nothing later.
 *
 * @throws {PreparationError} when a step fails; the next call begins anew
 */
export async function prepareEngine({ version, runtime }: HostedEngine, progress: Progress): Promise<PreparedEngine> {
  return runtime === 'vm' ? prepareVmEngine(version, progress) : prepareDenoEngine(version, runtime, progress);
}
