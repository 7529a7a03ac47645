import { unexpected } from '../remote/login';
import type { RestAnswer } from '../remote/rest';
import { RemoteError, shown } from '../remote/texts';
import { DeployError } from './texts';

interface Refusal {
  error?: unknown;
  errorType?: unknown;
  status?: unknown;
  messages?: unknown;
}

/**
 * The engine has no code for it, only words (Apps-Engine `server/errors/RequiredApiVersionError.ts`): for one version
 * these; for a range such as `^1.41.0` the constructor itself fails while it compares, and the words are semver's (tried
 * with 1.42.1 and 1.59.0).
 */
const TOO_OLD =
  /(?:^Invalid Version: |requires v)(\S+)(?:$| of the App API however your server comes with v(\d\S*?)\.?(?:\s|$))/;

/**
 * Why the server did not take a package, or does not switch an app on: the answers of `POST /api/apps`,
 * `POST /api/apps/<id>` and `POST /api/apps/<id>/status` (Rocket.Chat `apps/meteor/ee/server/apps/communication/rest.ts`
 * of 6.5 and of 8; `apps/meteor/ee/app/license/server/canEnableApp.ts`; `apps/meteor/app/api/server/ApiClass.ts` for 403
 * and 429; `apps/meteor/app/api/server/lib/getUploadFormData.ts`).
 *
 * @param username who uploaded
 * @param size of the package, in bytes
 */
export function refusalOf(path: string, answer: RestAnswer, username: string, size: number): Error {
  const { error, errorType, messages, status } = (answer.body ?? {}) as Refusal;
  const words = typeof error === 'string' ? error : '';
  if (answer.status === 413 || /file-too-large/.test(`${words} ${String(errorType)}`)) {
    return new DeployError('too-large', { size: `${Math.ceil(size / 1024)} kB` });
  }
  if (answer.status === 429) {
    return new RemoteError('too-many-requests');
  }
  if (answer.status === 403) {
    return new DeployError('no-permission', { username });
  }
  const [, needs, has] = (TOO_OLD.exec(words) ?? []) as Array<string | undefined>;
  if (needs !== undefined) {
    return new DeployError('engine-too-old', {
      needs: shown(needs),
      has: has === undefined ? '' : `; it has ${shown(has)}`,
    });
  }
  switch (words) {
    case 'private_app_install_disabled':
      return new DeployError('private-apps-forbidden');
    case 'Cannot_Update_Exempt_App':
      return new DeployError('update-needs-licence');
    case 'Enabled apps have been maxed out': // 6.5
    case 'license-prevented':
    case 'invalid-license':
      return new DeployError('private-apps-full');
    case 'apps-engine-not-initialized':
      return new DeployError('apps-off', { status: String(answer.status) });
  }
  const said = [words, ...(typeof status === 'string' ? [status] : []), ...listed(messages)].filter(
    (each) => each !== '',
  );
  return said.length > 0 && answer.status < 500
    ? new DeployError('upload-refused', { reason: shown(said.join('; ')) })
    : unexpected(path, answer);
}

/** Messages of a compiler are objects. */
function listed(messages: unknown): string[] {
  return Array.isArray(messages)
    ? messages.map((each) => (typeof each === 'string' ? each : JSON.stringify(each)))
    : [];
}
