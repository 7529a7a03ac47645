import { fill } from '../../views/texts/catalogue';
import { asPlain, shortened } from '../../views/plain';

/** Everything that the commands for a workspace elsewhere say about the way to it. `{names}` are placeholders. */
export const REMOTE_TEXTS = {
  'bad-address': '"{given}" is not an address of a workspace. Give one such as https://chat.example.com.',
  'no-tls':
    '{origin} is not encrypted, so anybody on the way could read your password and your token. Use https; where it must be http, say so with --allow-http.',
  unreachable: '{origin} could not be reached ({reason}). Check the address, the network and the firewall.',
  certificate:
    'The certificate of {origin} is not trusted ({reason}). Fix it; for your own certificate authority, name its file in NODE_EXTRA_CA_CERTS.',
  timeout: '{origin} did not answer within {seconds} seconds. Try again, or find out why it is slow.',
  redirect:
    '{origin} redirects to {target}; your password is not sent there. Run the command again with the final address.',
  'not-rocketchat':
    'There is no Rocket.Chat at {origin}: it answered {path} with {status}. If the workspace is under a path, include it.',
  'unexpected-answer': 'The workspace answered {path} with {status}{reason}, which this command does not understand.',
  'no-terminal':
    'There is no terminal to answer "{question}" on. Give the answer in an environment variable; --help lists them.',
  cancelled: 'Stopped, as you asked.',
  'wrong-password': 'The user name or the password is incorrect.',
  'wrong-token': 'The user ID and the token do not belong together, or the token is no longer valid.',
  'wrong-code': 'The code is incorrect. Wait for the next one, check the clock of this machine, and try again.',
  'bad-totp-secret': 'That is not a TOTP secret: those have only letters A to Z and digits 2 to 7.',
  'wrong-mailed-code': 'The code is incorrect. Use the one from the latest e-mail, and try again.',
  'too-many-codes': 'The code was incorrect too often. Wait a few minutes and try again.',
  'too-many-requests': 'The workspace receives too many requests from this address. Wait a minute and try again.',
  'login-refused': 'The workspace refused the login: {reason}',

  'ask-user': 'User name or e-mail address',
  'ask-password': 'Password',
  'ask-user-id': 'User ID',
  'ask-token': 'Access token',
  'ask-totp': 'Code from your authenticator app',
  'ask-email': 'Code from the e-mail',
  'code-mailed': 'The workspace has sent a code to {address}.',
  'code-mailed-before': 'The code that the workspace sent to {address} earlier still works.',
  'code-by-other-method': 'The workspace asks for a second factor by "{method}".',
  'ask-other': 'Code',
  'your-mailbox': 'your e-mail address',
  'logout-failed':
    'The login that this command made could not be ended ({reason}). End it yourself: Profile → My account → Manage devices, or log out everywhere.',
} as const;

export type RemoteTextKey = keyof typeof REMOTE_TEXTS;

/** How much of a text of a server is shown. */
const SHOWN = 300;

/** A text of a server as it may be printed: on one line, not too long, and nothing in it that steers a terminal. */
export function shown(text: string): string {
  return shortened(asPlain(text), SHOWN);
}

export function remoteText(key: RemoteTextKey, values: Readonly<Record<string, string>> = {}): string {
  return fill(REMOTE_TEXTS[key], values);
}

/** Thrown when something is wrong on the way to the workspace. The message says what to do; nothing in it is secret. */
export class RemoteError extends Error {
  constructor(
    readonly code: RemoteTextKey,
    values: Readonly<Record<string, string>> = {},
  ) {
    super(remoteText(code, values));
    this.name = 'RemoteError';
  }
}
