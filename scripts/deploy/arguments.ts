import { parseArgs } from 'util';
import type { Who } from '../remote/login';
import { DeployError, deployText } from './texts';

/** What the person asked for. */
export interface DeployOrder {
  url: string;
  who: Who;
  /** The permissions were agreed to beforehand. */
  agreed: boolean;
  checkOnly: boolean;
  allowHttp: boolean;
  /** A package to upload instead of building one. */
  packageFile?: string;
}

const OPTIONS = {
  help: { type: 'boolean' },
  check: { type: 'boolean' },
  'allow-http': { type: 'boolean' },
  package: { type: 'string' },
} as const;

/** Options of other tools that carry a secret, and the variable to use instead; `-p` is the `-psecret` of `rc-apps`. */
const SECRETS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^--?(p(?!ackage)|pass)/i, 'DEPLOY_PASSWORD'],
  [/^--?(t(?!otp|wo)|auth|x-auth|api-?key|personal)/i, 'DEPLOY_TOKEN'],
  [/^--?(totp|two|2fa|secret|seed|otp|c(?!heck)|code)/i, 'DEPLOY_TOTP_SECRET'],
  [/^--?(i|user-?id|x-user)/i, 'DEPLOY_USER_ID'],
  [/^--?(u|user|login)/i, 'DEPLOY_USER'],
];

/**
 * Reads the arguments after the command, and the environment.
 *
 * @returns `help` when that was asked for
 * @throws {DeployError} `secret-in-arguments`, whose message repeats no value; `bad-arguments`
 */
export function readOrder(args: readonly string[], environment: NodeJS.ProcessEnv): DeployOrder | 'help' {
  refuseSecrets(args);
  const { values, positionals } = parsed(args);
  if (values.help) {
    return 'help';
  }
  const [url, ...others] = positionals;
  if (url === undefined || others.length > 0) {
    throw bad(deployText(url === undefined ? 'no-address' : 'too-many-arguments'));
  }
  const { DEPLOY_USER, DEPLOY_PASSWORD, DEPLOY_TOTP_SECRET, DEPLOY_USER_ID, DEPLOY_TOKEN, DEPLOY_YES } = environment;
  return {
    url,
    who: {
      ...given('user', DEPLOY_USER),
      ...given('password', DEPLOY_PASSWORD),
      ...given('totpSecret', DEPLOY_TOTP_SECRET),
      ...given('userId', DEPLOY_USER_ID),
      ...given('token', DEPLOY_TOKEN),
    },
    agreed: DEPLOY_YES === '1',
    checkOnly: values.check ?? false,
    allowHttp: values['allow-http'] ?? false,
    ...given('packageFile', values.package),
  };
}

/** An empty variable counts as none: pipelines set it for a secret that does not exist. */
function given<K extends string>(key: K, value: string | undefined): { [key in K]?: string } {
  return value === undefined || value === '' ? {} : ({ [key]: value } as { [key in K]?: string });
}

function refuseSecrets(args: readonly string[]): void {
  for (const argument of args.filter((each) => !Object.keys(OPTIONS).includes(each.replace(/^--|=.*/g, '')))) {
    const [, variable] = SECRETS.find(([option]) => option.test(argument)) ?? [];
    if (variable !== undefined) {
      throw new DeployError('secret-in-arguments', { option: nameOf(argument), variable });
    }
    if (/^https?:\/\/[^/]*@/i.test(argument)) {
      throw new DeployError('secret-in-arguments', { option: 'https://…@…', variable: 'DEPLOY_PASSWORD' });
    }
  }
}

/** The option without its value, which may be glued to it. */
function nameOf(argument: string): string {
  return /^--[a-z-]+/i.exec(argument)?.[0] ?? argument.slice(0, 2);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // What the library says may repeat a value.
    const { code } = error as { code?: string };
    const unknown = args.find((each) => each.startsWith('-') && !(each.replace(/^--|=.*/g, '') in OPTIONS));
    throw bad(
      code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION' && unknown !== undefined
        ? deployText('unknown-option', { option: nameOf(unknown) })
        : deployText('no-value'),
    );
  }
}

function bad(reason: string): DeployError {
  return new DeployError('bad-arguments', { reason });
}
