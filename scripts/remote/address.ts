import { RemoteError } from './texts';

const THIS_MACHINE = /^(localhost|.+\.localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * The address of a workspace without a slash at its end, with the path below which the workspace lies.
 *
 * @param allowHttp also without TLS to another machine; to this one, http is always allowed
 * @throws {RemoteError} `bad-address`, `no-tls`
 */
export function workspaceAddress(given: string, { allowHttp = false } = {}): string {
  const url = parsed(given);
  if (url.protocol === 'http:' && !allowHttp && !THIS_MACHINE.test(url.hostname)) {
    throw new RemoteError('no-tls', { origin: url.origin });
  }
  return url.origin + url.pathname.replace(/\/+$/, '');
}

function parsed(given: string): URL {
  try {
    const url = new URL(given);
    const isPlain = url.username === '' && url.password === '' && url.search === '' && url.hash === '';
    if (isPlain && /^https?:$/.test(url.protocol)) {
      return url;
    }
  } catch {
    // No address at all: refused below.
  }
  // What stands before an @ may be a password.
  throw new RemoteError('bad-address', { given: given.replace(/\/\/.*@/, '//…@') });
}
