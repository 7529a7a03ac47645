import { fill } from '../../views/texts/catalogue';

/** Everything that `npm run deploy` says itself; what it says about the way to the workspace is in `scripts/remote`. */
export const DEPLOY_TEXTS = {
  help: `Brings the app onto a Rocket.Chat server: packages it, shows what it may do there, asks, uploads it, and waits
until it runs.

  npm run deploy -- https://chat.example.com

Options
  --check            Only looks: who you are there, what is installed, what would be done.
  --package <file>   Uploads this package instead of building one.
  --allow-http       Also without encryption to another machine than this one.
  --help

It asks for your user name, your password and, where the server wants one, a code. Or it reads
  DEPLOY_USER, DEPLOY_PASSWORD, DEPLOY_TOTP_SECRET   a login, and the secret that codes are made from
  DEPLOY_USER_ID, DEPLOY_TOKEN                       a user ID and an access token instead
  DEPLOY_YES=1                                       agrees to the permissions without being asked
Secrets are never taken from arguments, and nothing is kept. The login that it makes is ended again.

You need the permission "manage-apps" there. It ends with status 0 when the app runs, otherwise with 1.`,

  packaging: 'Packaging the app…',
  'logged-in': 'Logged in to {url} as {username}: Rocket.Chat {release}, Apps-Engine {engine}.',
  'engine-unknown': 'unknown',
  'plan-install': '{name} {version} will be installed there.',
  'plan-update':
    '{name} {installed} is installed there. It will be updated to {version}; settings and the record stay.',
  'plan-enable': 'It is switched off there now. The update switches it on.',
  'plan-cure':
    'This Rocket.Chat has a defect that can switch a new app off at a later restart. The same package is uploaded a second time, which cures it.',
  permissions: 'The app asks for these permissions:',
  permission: '  {permission}   {purpose}',
  'ask-permissions': 'Do you agree, and shall it begin?',
  'agreed-beforehand': 'Agreed beforehand, by DEPLOY_YES=1.',
  'only-looked': 'Nothing was changed: this was only a look.',
  uploading: 'Uploading…',
  waiting: 'Waiting until it runs…',
  curing: 'Uploading it again, against the defect…',
  'not-cured':
    'The second upload was refused ({reason}). The app runs; restart the server once before you change a setting of it.',
  done: '{name} {version} runs on {url}.',
  'restart-now':
    'Restart the server once, before anybody saves a setting of the app. This Rocket.Chat has a defect that can otherwise switch the app off at a later restart.',
  'next-steps': `What to do next:
  1. Marketplace → Private apps → {name} → Settings: "Allowed roles" says who may use it.
  2. These people also need the permission "logout-device-management" (without a licence, "logout-other-user") and a second factor.
  3. In chat: /logout-session connect
  4. See whether everything holds on this server: npm run verify -- {url}`,
  'removed-again': 'What was installed a moment ago was removed again.',
  'not-removed-again': 'It may still be listed under Private apps, switched off. If so, uninstall it there.',

  'secret-in-arguments':
    'Nothing secret belongs into arguments ({option}): others on this machine can read them, and your shell keeps them. Leave it out and type it when you are asked, or set {variable}.',
  'bad-arguments': '{reason} See npm run deploy -- --help.',
  'no-address': 'Say where: npm run deploy -- https://chat.example.com',
  'too-many-arguments': 'One address is enough.',
  'unknown-option': 'There is no option {option}.',
  'no-value': '--package needs the name of a file.',
  'bad-package': '{file} is not a package of an app. Build one with npm run package, or take it from a release.',
  'wrong-package': '{file} is the package of another app, not of Session Logout.',
  'not-agreed': 'You did not agree, so nothing was changed.',
  'no-permission':
    '{username} may not manage apps there. Give a role of theirs the permission "manage-apps", or log in as somebody who has it.',
  'apps-off':
    'This server does not answer where apps are managed ({status}). Its apps framework is not running, or a proxy blocks /api/apps.',
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
    'No clear answer came to the upload ({reason}). Look with --check whether the app is there before you try again.',
  'stays-off':
    'The app is installed but does not run: its status is "{status}"{reason}. Its log under Private apps says more.',
  'its-status': 'Its status is "{status}".',
  'too-slow':
    'The package was uploaded, but the app did not run after {seconds} seconds. {seen} Look at it under Private apps.',
  'stopped-late': 'Stopped, as you asked. The upload had begun: look with --check whether the app is there.',
} as const;

export type DeployTextKey = keyof typeof DEPLOY_TEXTS;

/** What each permission of the app is for, as shown before the admin agrees. */
export const PURPOSES: Readonly<Record<string, string>> = {
  api: 'its endpoints, and the page after consent',
  slashcommand: '/logout-session',
  'ui.interact': 'dialogs and buttons',
  'ui.registerButtons': 'an entry in the menu of a message',
  networking: "calls of this workspace's own REST API",
  persistence: 'the record, connections, steps in between',
  'server-setting.read': 'site URL, language, number of tries for codes',
  'user.read': 'whether an account is active, and its roles',
  scheduler: 'jobs that send messages and clear the record away',
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
