import { parseArgs } from 'util';
import { workspaceAddress } from '../remote/address';
import { TEXTS } from './texts';

/** What was asked for on the command line. */
export interface Options {
  readonly url: string;
  /** Only the checks whose ID fits one of these, such as `endpoint.*`; empty: all. */
  readonly only: readonly string[];
  readonly json: boolean;
  readonly allowHttp: boolean;
}

/** Thrown with what is wrong with the command line, for people. */
export class BadArguments extends Error {}

/** Words under which people would hand over a secret; every program on a machine can read arguments. */
const SECRET_OPTION = /^--?(user|password|pass|token|totp|secret|code)/i;

/**
 * Reads the command line.
 *
 * @returns undefined where only help is asked for
 * @throws BadArguments; RemoteError for an address that cannot be used, without what may be secret in it
 */
export function readOptions(argv: readonly string[]): Options | undefined {
  if (argv.some((argument) => SECRET_OPTION.test(argument))) {
    throw new BadArguments(TEXTS.secretArgument);
  }
  const { values, positionals } = parsed(argv);
  if (values.help) {
    return undefined;
  }
  const [url, ...rest] = positionals;
  if (url === undefined || rest.length > 0) {
    throw new BadArguments(TEXTS.oneAddress);
  }
  const allowHttp = values['allow-http'] ?? false;
  return {
    // Before anything is said: what stands before an @ in it may be a password.
    url: workspaceAddress(url, { allowHttp }),
    only: (values.only ?? []).flatMap((list) => list.split(',')).filter((pattern) => pattern !== ''),
    json: values.json ?? false,
    allowHttp,
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        only: { type: 'string', multiple: true },
        json: { type: 'boolean' },
        'allow-http': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new BadArguments((error as Error).message);
  }
}

/** Whether the ID of a check is one of those that were asked for. */
export function isWanted(id: string, only: readonly string[]): boolean {
  const fits = (pattern: string): boolean =>
    pattern.endsWith('*') ? id.startsWith(pattern.slice(0, -1)) : id === pattern || id.startsWith(`${pattern}.`);
  return only.length === 0 || only.some(fits);
}
