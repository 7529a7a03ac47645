import type { ServerVersion } from '../model';

/** What an engine runs apps in: a VM in its own process, or a process of this major version of Deno. */
export type Runtime = 'vm' | 'deno1' | 'deno2';

/** An Apps-Engine that the workspace can host. */
export interface HostedEngine {
  /** As `1.62`; the exact version is in `packages/<version>/package.json`. */
  readonly version: string;
  readonly runtime: Runtime;
  /** What the servers that carry it answer like. */
  readonly server: ServerVersion;
}

const ENGINES = {
  '1.42': { runtime: 'vm', server: '6.5' },
  '1.46': { runtime: 'deno1', server: '6.5' },
  '1.53': { runtime: 'deno1', server: 'late' },
  '1.57': { runtime: 'deno1', server: 'late' },
  '1.59': { runtime: 'deno1', server: 'late' },
  '1.62': { runtime: 'deno2', server: 'late' },
} as const satisfies Record<string, Omit<HostedEngine, 'version'>>;

/** The newest and the oldest, as tests and people mostly call them. */
const NICKNAMES = { deno: '1.62', vm: '1.42' } as const satisfies Record<string, keyof typeof ENGINES>;

/** What `ENGINE` may be. */
export type EngineName = keyof typeof ENGINES | keyof typeof NICKNAMES;

/** @returns undefined when no engine is called so */
export function findEngine(name: string): HostedEngine | undefined {
  const version = isKeyOf(NICKNAMES, name) ? NICKNAMES[name] : name;
  return isKeyOf(ENGINES, version) ? { version, ...ENGINES[version] } : undefined;
}

/** All names, for somebody who gave another one. */
export function engineNames(): string {
  const nicknames = Object.entries(NICKNAMES).map(([name, version]) => `"${name}" (${version})`);
  return [...Object.keys(ENGINES).map((name) => `"${name}"`), ...nicknames].join(', ').replace(/, (?=[^,]*$)/, ' or ');
}

/** As `1.62 (Deno)`. */
export function titleOf({ version, runtime }: HostedEngine): string {
  return `${version} (${runtime === 'vm' ? 'VM' : 'Deno'})`;
}

function isKeyOf<T extends object>(object: T, key: PropertyKey): key is keyof T {
  return Object.prototype.hasOwnProperty.call(object, key);
}
