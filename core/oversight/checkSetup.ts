import { AuthorizedCaller } from '../caller/authorizeCaller';
import { licenceOf, LicencePorts } from '../logout/licence';
import { fieldsOf } from '../logout/readReply';
import { Probe, ProbePorts, probeSecondFactor } from '../logout/probeSecondFactor';
import { probeCaller, VerifyPorts } from '../logout/verifyCaller';
import { ErrorCode, toAppError } from '../shared/errors';
import { Credential } from '../shared/ports';
import { LogoutSettings, SettingsReader } from '../shared/settings';
import { checkHealth, HealthPorts } from './checkHealth';
import { checked, Finding, SetupCheck } from './setup';

/**
 * Named also for people who have no authenticator app: the workspace demands a code all the same, and mails none
 * (app/2fa/server/code/index.ts, `getMethodByNameOrFirstActive`); the answer names the methods there are.
 */
const METHOD = 'totp';

/** Nobody who looks at a set-up waits longer than this for one answer, in milliseconds. */
const MOST_MS = 3_000;

export interface SetupPorts extends HealthPorts, ProbePorts, VerifyPorts, LicencePorts {
  readonly settings: SettingsReader;
  readonly site: {
    /** Whether a Rocket.Chat workspace answers at an address. Never throws. */
    workspaceAt(url: string, timeoutMs: number): Promise<Finding<'workspace'>>;
    /** The ID that this app tells at an address; undefined where it does not answer. Never throws. */
    installationAt(siteUrl: string, timeoutMs: number): Promise<string | undefined>;
  };
  readonly ownClient: {
    /** @throws when it cannot be looked up */
    state(siteUrl: string): Promise<Finding<'oauth-client'>>;
  };
  readonly room: {
    /** The security room that the settings name, without posting in it. @throws when it cannot be looked up */
    state(named: string): Promise<Finding<'room'>>;
  };
}

/**
 * Looks at everything that the app needs, for somebody who may use it, and changes nothing: no code is mailed, and
 * nothing is posted.
 *
 * @param credential by which the workspace is asked what it would say to this caller; undefined where there is none, as in
 *   chat before they connected
 */
export async function checkSetup(
  caller: AuthorizedCaller,
  credential: Credential | undefined,
  ports: SetupPorts,
): Promise<readonly SetupCheck[]> {
  const [{ checks, installation }, workspace, site, ofCaller, client, room] = await Promise.all([
    checkHealth(ports),
    workspaceCheck(ports),
    siteCheck(ports),
    callerChecks(caller, credential, ports),
    clientCheck(ports),
    roomCheck(ports),
  ]);
  const [settings, retention] = checks;
  return [settings, workspace, site(installation), ...ofCaller, client, room, retention];
}

async function workspaceCheck({ settings, site }: SetupPorts): Promise<SetupCheck> {
  try {
    const { workspaceUrl, timeoutMs } = await settings.logout();
    return checked('workspace', await site.workspaceAt(workspaceUrl, Math.min(timeoutMs, MOST_MS)));
  } catch {
    return checked('workspace', 'unknown');
  }
}

/** The site URL is this workspace's if the app that answers there is this one: what it tells is compared. */
async function siteCheck({ settings, site }: SetupPorts): Promise<(installation?: string) => SetupCheck> {
  try {
    const [{ siteUrl }, { workspaceUrl }] = await Promise.all([settings.chat(), settings.logout()]);
    const told = await site.installationAt(siteUrl, MOST_MS);
    return (installation) => {
      if (installation === undefined) {
        return checked('site', 'unknown');
      }
      if (told === undefined) {
        // Where there is an address for the server itself, it may well not reach the one for browsers.
        return checked('site', workspaceUrl === siteUrl ? 'unreachable' : 'not-from-here');
      }
      return checked('site', told === installation ? 'ok' : 'elsewhere');
    };
  } catch {
    return () => checked('site', 'unknown');
  }
}

/** What the workspace would say to this caller: found by a probe, which changes nothing. */
async function callerChecks(
  caller: AuthorizedCaller,
  credential: Credential | undefined,
  ports: SetupPorts,
): Promise<SetupCheck[]> {
  const found = (
    licence: Finding<'licence'>,
    permission: Finding<'permission'>,
    secondFactor: Finding<'second-factor'>,
  ): SetupCheck[] => [
    checked('licence', licence),
    checked('permission', permission),
    checked('second-factor', secondFactor),
  ];
  let settings: LogoutSettings;
  try {
    settings = await ports.settings.logout();
  } catch {
    return found('unknown', 'unknown', 'unknown');
  }
  if (!credential) {
    return found('unknown', 'unknown', 'unknown');
  }
  const { workspaceUrl } = settings;
  const timeoutMs = Math.min(settings.timeoutMs, MOST_MS);
  const asking = licenceOf(credential, { workspaceUrl, timeoutMs }, ports);
  const probing = probed(caller, credential, { ...settings, timeoutMs }, ports);
  const [licence, { refusal, secondFactor }] = await Promise.all([asking, probing]);
  if (licence === 'missing' || refusal === 'error-license-required') {
    // A workspace that never had a licence does not even know the permission.
    return found('none', 'unknown', secondFactor);
  }
  const permission = refusal === 'error-unauthorized' ? 'missing' : refusal === undefined ? 'ok' : 'unknown';
  return found(licence === 'there' ? 'ok' : 'unknown', permission, secondFactor);
}

/**
 * What the workspace refuses this caller, if it does, and whether it would ask them for a code: found by the call for
 * single sessions, and where that is refused by the one that every edition has.
 */
async function probed(
  caller: AuthorizedCaller,
  credential: Credential,
  settings: LogoutSettings,
  ports: SetupPorts,
): Promise<{ readonly refusal?: ErrorCode; readonly secondFactor: Finding<'second-factor'> }> {
  try {
    const probe = await probeSecondFactor(caller, credential, METHOD, settings, ports);
    return { secondFactor: secondFactorIn(probe, settings) };
  } catch (thrown) {
    const refusal = toAppError(thrown, 'error-internal').code;
    try {
      const probe = await probeCaller(caller, credential, METHOD, settings, ports);
      return { refusal, secondFactor: secondFactorIn(probe, settings) };
    } catch {
      return { refusal, secondFactor: 'unknown' };
    }
  }
}

function secondFactorIn(
  { challenge }: Probe,
  { withoutChallenge }: Pick<LogoutSettings, 'withoutChallenge'>,
): Finding<'second-factor'> {
  if (!challenge) {
    return withoutChallenge === 'allow' ? 'not-demanded-allowed' : 'not-demanded';
  }
  const { availableMethods } = fieldsOf(challenge.answer.details);
  const none = Array.isArray(availableMethods) && availableMethods.length === 0;
  return none ? 'none-set-up' : 'ok';
}

async function clientCheck({ settings, ownClient }: SetupPorts): Promise<SetupCheck> {
  try {
    return checked('oauth-client', await ownClient.state((await settings.chat()).siteUrl));
  } catch {
    return checked('oauth-client', 'unknown');
  }
}

async function roomCheck({ settings, room }: SetupPorts): Promise<SetupCheck> {
  try {
    const { securityRoom } = await settings.alarms();
    return checked('room', securityRoom === '' ? 'none' : await room.state(securityRoom));
  } catch {
    return checked('room', 'unknown');
  }
}
