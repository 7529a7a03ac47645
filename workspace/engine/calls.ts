import type { AppManager } from '@rocket.chat/apps-engine/server/AppManager';

type Methods = Record<string | symbol, unknown>;

/** How often the engine asked the workspace for something, by name, since the last `clear`. */
export class CallCounts {
  private counts = new Map<string, number>();

  add(name: string): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  /** Names in alphabetical order. */
  all(): Record<string, number> {
    return Object.fromEntries([...this.counts].sort(([one], [other]) => (one < other ? -1 : 1)));
  }

  clear(): void {
    this.counts.clear();
  }
}

/**
 * Counts every call of the bridges' methods: `getPersistenceBridge().doReadByAssociations(…)` as
 * `persistence.readByAssociations`. The bridges are given as they are handed out, by the name of their getter.
 */
export function countBridges(made: Readonly<Record<string, object>>, counts: CallCounts): Record<string, object> {
  const counted = Object.entries(made).map(([name, bridge]) => {
    const prefix = name[0].toLowerCase() + name.slice(1);
    // The engine calls `doGetById`, which checks the app's permission and then calls the bridge's own `getById`.
    const nameOf = (method: string) =>
      /^do[A-Z]/.test(method) ? `${prefix}.${method[2].toLowerCase()}${method.slice(3)}` : undefined;
    return [name, countCalls(bridge, counts, nameOf)] as const;
  });
  return Object.fromEntries(counted);
}

/**
 * Counts what no bridge sees, because the engine answers it from its copy of the app's record: reads and writes of the
 * app's own settings, as `appSettings.getValueById`. To an app in a Deno process they cost a call like any other.
 */
export function countAppSettings(manager: AppManager, counts: CallCounts): void {
  const accessors = manager.getAccessorManager();
  const nameOf = (method: string) => `appSettings.${method}`;
  const wrap = <T extends { getSettings(): object }>(get: (appId: string) => T): ((appId: string) => T) => {
    const wrapped = new WeakSet<T>();
    return (appId) => {
      const environment = get(appId);
      if (!wrapped.has(environment)) {
        wrapped.add(environment);
        const settings = countCalls(environment.getSettings(), counts, nameOf);
        environment.getSettings = () => settings;
      }
      return environment;
    };
  };
  accessors.getEnvironmentRead = wrap(accessors.getEnvironmentRead.bind(accessors));
  accessors.getEnvironmentWrite = wrap(accessors.getEnvironmentWrite.bind(accessors));
}

/** What an object does for itself, through its own `this`, is not counted. */
function countCalls<T extends object>(
  target: T,
  counts: CallCounts,
  nameOf: (method: string) => string | undefined,
): T {
  return new Proxy(target, {
    get(_target, key) {
      const value = (target as Methods)[key];
      const name = typeof value === 'function' && typeof key === 'string' ? nameOf(key) : undefined;
      if (name === undefined || typeof value !== 'function') {
        return value;
      }
      return (...args: unknown[]): unknown => {
        counts.add(name);
        return Reflect.apply(value, target, args);
      };
    },
  });
}
