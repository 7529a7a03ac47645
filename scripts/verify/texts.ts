/** Everything that `npm run verify` says. */

const TITLES = {
  health: 'The app is up, and finds nothing wrong with its set-up.',
  notLoggedIn: 'Without a valid login nothing is done.',
  bodies: 'Malformed bodies are refused, each with the field that is wrong.',
  headers: 'Answers carry a request ID and are not cached; a malformed code is refused.',
  methods: 'Other methods than POST are refused.',
  refused: {
    noRole: 'A caller without an allowed role ends nothing.',
    bypassToken: 'A token that ignores the second factor ends nothing.',
    codeMissing: 'Without a code the session lives, and the caller is told which code is needed.',
    codeIncorrect: 'With an incorrect code the session lives.',
    codeRemembered: 'A code that the workspace remembers for another client does not count.',
  },
  noSession: 'A session that does not exist is said to be none.',
  codeRepeated: 'A code counts for one call; the next is asked for one again.',
  logout: 'A logout ends this session and no other: its socket is closed, its token is dead.',
  form: 'A form works as well as JSON.',
  rest: 'The other rows of the table of errors.',
  chatStatus: '/logout-session status says that the role is allowed.',
  chatNoRole: 'Somebody without an allowed role gets no dialog.',
  chatConnect: 'The app may act for somebody after their consent.',
  chatDialog: 'The dialog refuses an incorrect code, and ends the session with the right one.',
  chatSearch: 'Of the sessions that were found, the one that was chosen ends, and no other.',
  chatOneLine: 'One line with a code ends the session.',
  chatEverything:
    'Without a licence, the dialog offers everything: not with an incorrect code, but with the right one.',
  chatDisconnect: 'After disconnect the app no longer acts for the person.',
  find: "A search for one person finds their sessions, and nobody else's.",
  many: 'Several sessions end with one code, and each is told.',
  all: 'All sessions of one person end, but for the one to be kept.',
  nobody: 'Somebody who does not exist is said to be nobody.',
  everythingRefused: {
    noRole: 'A caller without an allowed role cannot end everything of a person.',
    bypassToken: 'Neither can a token that ignores the second factor.',
    codeMissing: 'Without a code everything lives, and the caller is told which code is needed.',
    codeIncorrect: 'With an incorrect code everything lives.',
    codeRemembered: 'A code that the workspace remembers for another client does not count.',
  },
  everything: 'Everything of one person ends: sessions, logins of scripts, access tokens.',
  lockout: 'Five incorrect codes lock a caller out, also with the right one.',
  lifted: '/logout-session unlock lets them in again.',
  record: 'Every logout of this run is in the record.',
  exported: 'The export of the record has them, too.',
  recordNoRole: 'Somebody without a role cannot read the record.',
  secretsInAnswers: 'No answer holds a code, a token or a password.',
  secretsInLog: 'The log of the app holds no code, no token and no password of this run.',
  speed: 'How long a logout takes.',
} as const;

const EXPECTED = {
  up: '200, and the status "up"',
  installation: 'the ID of the installation',
  noProblems: 'a set-up without problems',
  noDetails: 'a caller without an allowed role to be told nothing of the set-up',
  details: 'the app takes this person for somebody with an allowed role',
  sessionLives: 'the session to live on',
  sessionEnded: 'the session has ended',
  loginLives: 'the login of the test person to live on',
  loginEnded: 'the login has ended',
  malformed: '400 invalid-params, and the field that is wrong',
  requestId: 'the request ID that was sent',
  noStore: 'cache-control: no-store',
  freshRequestId: "a request ID of the app's own",
  methodRefused: (verb: string) => `405 to ${verb}, with Allow: POST`,
  method: (method: string) => `to be asked for a code by ${method}`,
  checkedAgain: 'the code to be checked again',
  done: 'the ID of the session, and success',
  otherLives: 'the other session to live on',
  otherEnded: 'the other session has ended as well',
  socketClosed: 'the socket to be closed within five seconds',
  socketOpen: 'it is still open',
  tokenDead: 'its token to be dead',
  tokenLives: 'its token still works',
  roleAllowed: 'the answer that one of the roles is allowed',
  noDialog: 'no dialog',
  connected: 'to be connected',
  notConnected: 'not to be connected',
  connectFirst: 'to be told to connect first',
  consentLink: 'a button that leads to the consent page',
  offered: 'the session to be among those to choose from',
  choice: 'the dialog with the sessions that were found',
  onlyTheirs: 'sessions of the test person alone',
  othersToo: (count: number) => `${count} sessions of others`,
  listed: 'the session of the test person',
  notListed: (count: number) => `${count} others`,
  allOf: (username: string) => `the whole list of ${username}`,
  keptLives: 'the session to be kept to live on',
  everythingDead: 'every login to be dead',
  stillAlive: (what: string) => `this still works: ${what}`,
  retryAfter: 'how long to wait, in the body and in Retry-After',
  letIn: 'not to be locked out any more',
  entryOf: (endpoint: string, requestId: string) => `an entry of ${endpoint} with the request ID ${requestId}`,
  noEntry: (count: number) => `${count} others`,
  noSecrets: 'nothing secret',
} as const;

export const TEXTS = {
  TITLES,
  EXPECTED,
  reason: 'Trying out Session Logout',

  // What something is called where it must not be shown, or could not be taken back.
  secretToken: 'a login token',
  secretIncorrectCode: 'an incorrect code',
  secretCode: (username: string) => `a code of ${username}`,
  secretPassword: (username: string) => `the password of ${username}`,
  madeLogin: (username: string) => `a login of ${username}`,
  madeSocket: 'a websocket',
  madeLockout: (username: string) => `the lockout of ${username}, which is over in 15 minutes`,
  madeConnection: 'the connection of the app in chat (/logout-session disconnect ends it)',
  madeAccessToken: (name: string, username: string) => `the personal access token ${name} of ${username}`,

  // Questions.
  askCaller: 'User name of somebody who may end sessions (an allowed role)',
  askTestPerson: 'User name of the test person, whose sessions will be ended',
  questionFor: (person: string, question: string) => `${person}: ${question}`,
  askCode: (username: string) => `${username}: code from the authenticator app`,
  askMailed: (username: string) => `${username}: code from the mail that came just now`,
  askPassword: (username: string) => `${username}: password, which is the second factor here`,
  begin: 'Begin?',
  notBegun: 'Nothing was done.',

  // Why something could not be tried.
  noSecondFactor: (username: string) => `The workspace asks ${username} for no second factor.`,
  noLicence: 'The workspace has no licence for device management.',
  hasLicence: 'The workspace has a licence for device management, so chat shows single sessions instead.',
  enoughIncorrectCodes: (count: number) =>
    `A run sends at most ${count} incorrect codes, so that two runs lock nobody out. With --only it can be tried.`,
  rateLimited: 'The workspace limits the rate. Give the role the permission api-bypass-rate-limit, or wait a minute.',
  lockedOut: 'Too many incorrect codes: the app does nothing for this caller for 15 minutes.',
  noEndpoint: 'This version of the app has no such endpoint, or the app was switched off meanwhile.',
  notListed: 'The workspace does not list the session that was made. Does it keep device sessions?',
  testPersonHasRole: (username: string) => `${username} has an allowed role. Take a test person without one.`,
  nothingRemembered: (saw: string) => `The workspace remembers no code here (${saw}).`,
  notProvoked: (codes: string) => `Only a broken workspace or another person gives them: ${codes}.`,
  connectedBefore: 'You were connected before, and stay so.',
  noPasswordInChat: 'The second factor is a password, which the app does not take in chat.',
  onlyWithApp: 'Only with codes of an authenticator app.',
  noRoom: 'This person is in no room, so there is no place to type a command.',
  linkLeadsElsewhere: (origin: string) =>
    `The consent page is at ${origin}. Call this command with that address to try it.`,
  noAccessToken: (username: string, saw: string) => `${username} may have no personal access token (${saw}).`,
  mayNotEndEverything: (username: string) =>
    `${username} lacks a permission: logout-other-user, or one of logout-device-management and create-personal-access-tokens.`,
  mayNotList: (username: string, saw: string) => `${username} may not list sessions (${saw}).`,
  nothingIsCounted: (username: string) =>
    `${username} has no allowed role, so the app counts no codes of theirs. With a test person who has one it can be tried.`,
  notAsked: (username: string, saw: string) => `${username} is asked for no code (${saw}).`,
  notLockedOut: (username: string) => `${username} was not locked out.`,
  noAuditor: (username: string) => `${username} may not read the record.`,
  nothingToFind: 'Nothing was ended in this run, so there is nothing to find.',
  noLogs: (saw: string) => `The log cannot be read; it takes the permission manage-apps (${saw}).`,
  notWithMails: 'Every logout would take a mail of its own.',
  stopped: 'Nothing more was tried after what is said above.',
  interrupted: 'You stopped it.',

  // What a person sees in chat, in words.
  aDialog: (title: string) => `the dialog "${title}"`,
  aMessage: (text: string) => `the message "${text.slice(0, 200)}"`,
  nothing: 'nothing',
  anOpenDialog: 'a dialog',
  aField: (name: string) => `a dialog with the field "${name}"`,
  aCodeField: 'a dialog that asks for a code',
  aCodeQuestion: 'to be asked for a code',
  aMessageOfTheApp: 'a message of the app',
  sentBack: 'the browser to be sent back to the app',
  connectedPage: 'the page that says "connected"',

  // Notes.
  waits: (seconds: number) => `  … waiting ${seconds} s: the workspace limits the rate`,
  waitsForLogin: (seconds: number) => `  … waiting ${seconds} s: the workspace limits logins`,
  withoutAccessToken: 'without a personal access token: the test person may have none',
  entriesFound: (count: number) => counted(count, 'entry', 'entries'),
  answersLookedAt: (count: number) => counted(count, 'answer', 'answers'),
  logsLookedAt: (count: number) => counted(count, 'log', 'logs'),
  speed: (rounds: number, app: number, direct: number, ratio: string) =>
    `median of ${rounds}: ${app} ms by the app, ${direct} ms by two direct calls, ${ratio} times`,

  // What goes wrong before it begins.
  secretArgument:
    'Names, passwords, tokens and secrets do not belong on the command line, where every program can read them. Use the environment variables that --help lists, or wait to be asked.',
  oneAddress: 'Give one address of a workspace: npm run verify -- https://staging.example.com',
  noSuchCheck: (patterns: string) => `No check fits "${patterns}". --help lists them.`,
  samePerson: 'The test person must be somebody else than the one who ends sessions.',
  notInstalled: (status: number) =>
    `Session Logout does not answer there (${status}). Install it, or switch it on, and try again.`,
  callerNotAllowed: (username: string) => `${username} has no role that the app allows. Take somebody who has one.`,
  notTheTestPerson:
    "This command was about to name a session or a person that is not the test person's. Nothing was sent. Please report it.",

  // The plan.
  plan: {
    heading: (url: string) => `This tries out Session Logout on ${url}.`,
    caller: (name: string) => `As ${name}, who ends sessions.`,
    test: (name: string) => `On ${name} alone, whose sessions are ended.`,
    does: 'It will',
    sessions: (name: string) => `log ${name} in several times, and end these sessions by API and in chat`,
    all: (name: string) => `end EVERY session of ${name}, also those that were there before`,
    everything: (name: string) => `end every login of ${name} and delete their personal access tokens`,
    everythingInChat: (name: string) =>
      `where there is no licence, end every login of ${name} and delete their personal access tokens`,
    connect: (name: string) => `let the app act for ${name} in chat, unless it does already, and end that again`,
    token: (name: string) => `make a personal access token of ${name}, and remove it again`,
    lockout: (name: string) => `lock ${name} out of the app with incorrect codes, and let them in again`,
    incorrect: (name: string, count: number) =>
      `send at most ${count} incorrect ${count === 1 ? 'code' : 'codes'} of ${name} (five within 15 minutes lock out)`,
    remains: 'What stays',
    record: 'its entries in the record of the app, and lines in its log',
    messages: (name: string) =>
      `direct messages of the app to ${name}, and lines in the security room, if these are switched on`,
    consent: 'the consent to the app at the workspace, and an access token that nobody has, for an hour',
    listed: (name: string) => `ended logins of ${name}, as the workspace keeps them`,
    nobodyElse: "Nobody else's sessions are touched, and no setting is changed.",
  },

  // The end.
  versions: (workspace: string, app: string | undefined) =>
    `Rocket.Chat ${workspace}, Session Logout ${app ?? 'in an unknown version'}:`,
  summary: (held: number, failed: number, notTried: number) =>
    `${held} held, ${failed} failed, ${notTried} could not be tried.`,
  expected: 'expected',
  saw: 'saw',
  left: 'This could not be taken back:',
  allTakenBack: 'What it made is gone again.',

  variables: {
    user: 'who ends sessions: user name',
    password: 'their password',
    totpSecret: 'the secret of their authenticator app (base32); without it you are asked for codes',
    userId: 'instead of user name and password: user ID',
    token: '… and a token that does not ignore the second factor',
    testUser: 'the test person: user name',
    testPassword: 'their password',
    testTotpSecret: 'the secret of their authenticator app, if they have one',
    yes: '1: begin without asking',
  },
  usage: 'Usage: npm run verify -- [--only PATTERN] [--json] [--allow-http] https://chat.example.com',
  about:
    'Tries out Session Logout on a workspace, from outside: one person who may end sessions, and one test person whose sessions are ended.',
  optionsHeading: 'Options',
  options: {
    '--only PATTERN': 'only some checks, such as endpoint.* or chat.dialog; may be repeated',
    '--json': 'the result as JSON on standard output, everything else on standard error',
    '--allow-http': 'also without TLS, to another machine than this one',
  },
  variablesHeading: 'Environment variables, in place of questions',
  checksHeading: 'Checks',
  exit: 'Exit status: 0 when nothing failed, 1 when something did, 2 when it could not begin, 130 when you stop it.',
  title: 'npm run verify',
} as const;

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`;
}
