import { type ClientGeneration, GENERATIONS } from '../../../workspace/web/client/generations';

/** The web client that comes with a server of this release, such as `6.5`; the newest one that is not newer. */
export function generationFor(release: string): ClientGeneration {
  const fitting = GENERATIONS.filter((generation) => numberOf(generation.release) <= numberOf(release));
  return fitting[fitting.length - 1] ?? GENERATIONS[0];
}

function numberOf(release: string): number {
  const [major = 0, minor = 0] = release.split('.').map(Number);
  return major * 1000 + minor;
}
