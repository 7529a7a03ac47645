import { fill } from '../../views/texts/catalogue';

/** Everything that `npm run deploy` says itself; what it says about the way to the workspace is in `scripts/remote`. */
export const DEPLOY_TEXTS = {
  help: `Deploys the app to a Rocket.Chat server: packages it, shows what it may do there, asks, uploads it, and waits
until it runs.

  npm run deploy -- https://chat.example.com

Options
  --check            Only shows who you are there, what is installed, what would be done.
  --package <file>   Uploads this package instead of building one.
  --allow-http       Allows unencrypted connections to other machines.
  --help

It asks for your user name, your password and, where the server wants one, a code. Or it reads
  DEPLOY_USER, DEPLOY_PASSWORD, DEPLOY_TOTP_SECRET   a login, and the secret that codes are made from
  DEPLOY_USER_ID, DEPLOY_TOKEN                       a user ID and an access token instead
  DEPLOY_YES=1                                       agrees to the permissions without being asked
Secrets are never taken from arguments, and nothing is kept. The login that it makes is ended afterwards.

You need the permission "manage-apps" there. The exit status is 0 when the app runs, otherwise 1.`,

  packaging: 'Packaging the app…',
  'logged-in': 'Logged in to {url} as {username}: Rocket.Chat {release}, Apps-Engine {engine}.',
  'engine-unknown': 'unknown',
  'plan-install': '{name} {version} will be installed there.',
  'plan-update':
    '{name} {installed} is installed there. It will be updated to {version}; settings and the record stay.',
  'plan-enable': 'It is switched off there now. The update switches it on.',
  'plan-cure':
    'This Rocket.Chat has a defect that can switch a new app off at a later restart. The same package will be uploaded twice, which prevents that.',
  permissions: 'The app asks for these permissions:',
  permission: '  {permission}   {purpose}',
  'ask-permissions': 'Agree to the permissions and begin?',
  'agreed-beforehand': 'Agreed in advance with DEPLOY_YES=1.',
  'only-looked': 'Nothing was changed: this was only a check.',
  uploading: 'Uploading…',
  waiting: 'Waiting until it runs…',
  curing: 'Uploading again because of the defect…',
  'not-cured':
    'The second upload was refused ({reason}). The app runs; restart the server once before you change its settings.',
  done: '{name} {version} runs on {url}.',
  'restart-now':
    'Restart the server once, before anybody saves a setting of the app. This Rocket.Chat has a defect that can otherwise switch the app off at a later restart.',
  'next-steps': `What to do next:
  1. Marketplace → Private apps → {name} → Settings: "Allowed roles" says who may use it.
  2. These people also need the permission "logout-device-management" (without a licence, "logout-other-user") and a second factor.
  3. In chat: /logout-session connect
  4. See whether everything works on this server: npm run verify -- {url}`,
  'removed-again': 'The app that was just installed has been removed.',
  'not-removed-again': 'It may still be listed under Private apps, switched off. If so, uninstall it there.',

  'secret-in-arguments':
    'Nothing secret belongs in arguments ({option}): others on this machine can read them, and your shell keeps them. Leave it out and type it when you are asked, or set {variable}.',
  'bad-arguments': '{reason} See npm run deploy -- --help.',
  'no-address': 'Say where: npm run deploy -- https://chat.example.com',
  'too-many-arguments': 'One address is enough.',
  'unknown-option': 'There is no option {option}.',
  'no-value': '--package needs the name of a file.',
  'bad-package': '{file} is not an app package. Build one with npm run package, or take it from a release.',
  'wrong-package': '{file} is the package of another app, not of Session Logout.',
  'not-agreed': 'You did not agree, so nothing was changed.',
  'no-permission':
    '{username} may not manage apps there. Give one of their roles the permission "manage-apps", or log in as somebody who has it.',
  'apps-off':
    'The app management of this server does not answer ({status}). Its apps framework is not running, or a proxy blocks /api/apps.',
  'too-large':
    'The package ({size}) is larger than the server or its proxy accepts. Raise the limit of the proxy (nginx: client_max_body_size) or "Maximum File Upload Size".',
  'engine-too-old': 'This Rocket.Chat is too old for the app, which needs Apps-Engine {needs}{has}. Update it.',
  'private-apps-full':
    'The licence of this workspace has no room for another private app. Switch another one off, or extend the licence.',
  'private-apps-forbidden': 'This server does not accept private apps. Ask whoever runs it, such as Rocket.Chat cloud.',
  'update-needs-licence':
    'Without a licence this server updates no private apps. Get a licence, or uninstall the app and deploy it again; that deletes its record.',
  'upload-refused': 'The server refused the package: {reason}',
  'upload-unknown':
    'The upload got no clear answer ({reason}). Use --check to see whether the app is there before you try again.',
  'stays-off':
    'The app is installed but does not run: its status is "{status}"{reason}. Its log under Private apps says more.',
  'its-status': 'Its status is "{status}".',
  'too-slow':
    'The package was uploaded, but the app did not run after {seconds} seconds. {seen} Look at it under Private apps.',
  'stopped-late': 'Stopped as asked. The upload had begun: use --check to see whether the app is there.',
} as const;

export type DeployTextKey = keyof typeof DEPLOY_TEXTS;

/** What each permission of the app is for, as shown before the admin agrees. */
export const PURPOSES: Readonly<Record<string, string>> = {
  api: 'its endpoints, and the page after consent',
  slashcommand: '/logout-session',
  'ui.interact': 'dialogs and buttons',
  'ui.registerButtons': 'an entry in the menu of a message',
  networking: "calls to this workspace's own REST API",
  persistence: 'the record, connections, steps in between',
  'server-setting.read': 'site URL, language, number of tries for codes',
  'user.read': 'whether an account is active, and its roles',
  scheduler: 'jobs that send messages and remove old entries',
  'role.read': 'names of roles',
  'room.read': 'the room of a command',
  'room.write': 'direct messages to people whose sessions were ended',
  'message.write': 'messages',
  'oauth-app.read': 'its own OAuth client',
  'oauth-app.write': 'its own OAuth client',
};

export function deployText(key: DeployTextKey, values: Readonly<Record<string, string>> = {}): string {
  return fill(DEPLOY_TEXTS[key], values);
}

/** Thrown when the app could not be brought there. The message says what to do; nothing in it is secret. */
export class DeployError extends Error {
  constructor(
    readonly code: DeployTextKey,
    values: Readonly<Record<string, string>> = {},
  ) {
    super(deployText(code, values));
    this.name = 'DeployError';
  }
}
