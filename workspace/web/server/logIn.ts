import UAParser from 'ua-parser-js';
import type { WorkspaceUser } from '../../model';
import { device, openLogin } from '../../state/devices';
import type { WorkspaceStore } from '../../store';
import type { LoginView } from '../shared/views';

/**
 * Gives a tab a session of its own, as a login over the socket of a real web client makes one: with the device that the
 * User-Agent tells of, read by the library that a real workspace uses. No password is asked for: everybody's
 * is printed at start.
 */
export function logInTab(
  store: WorkspaceStore,
  user: WorkspaceUser,
  { userAgent, ip }: { readonly userAgent?: string; readonly ip: string | null },
): LoginView {
  const { browser, os } = new UAParser(userAgent).getResult();
  const { name = 'Unknown browser', version = '' } = browser;
  const used = device('browser', name, version, os.name ?? '', os.version ?? '');
  const [session] = openLogin(store, user, { device: used, ip });
  return { userId: user._id, username: user.username, name: user.name ?? user.username, ...session };
}
