/** Somebody of the seed, as the guide introduces them. */
export interface GuidePerson {
  username: string;
  roles: readonly string[];
  /** Absent: no local password. */
  password?: string;
  /** `totp`, `email`, `password`, or null for somebody without any. */
  secondFactor: string | null;
}

export interface GuideSubject {
  baseUrl: string;
  appId: string;
  people: readonly GuidePerson[];
}

const SECOND_FACTORS: Record<string, string> = {
  totp: 'authenticator app (TOTP)',
  email: 'code by e-mail',
  password: 'the password itself',
};

/** What `npm start` prints for people: who there is, and commands that work when copied and pasted as they are. */
export function guide({ baseUrl, appId, people }: GuideSubject): string {
  const header = ['user', 'roles', 'password', 'second factor'];
  const rows = people.map(({ username, roles, password, secondFactor }) => [
    username,
    roles.join(', '),
    password ?? '-',
    SECOND_FACTORS[secondFactor ?? ''] ?? 'none',
  ]);
  return `
Open ${baseUrl} in a browser: it shows the app as people see it, and what happens behind the scenes.

This is a development tool on made-up data. It listens on 127.0.0.1 only and forgets everything when it ends (Ctrl-C).

${table([header, ...rows])}

Everybody's second factor right now: ${baseUrl}/_dev/code/<user>     Everything else to see or break: ${baseUrl}/_dev/

Copy and paste (bash, curl, node):

  json() { node -pe "JSON.parse(fs.readFileSync(0))$1"; }
  BASE=${baseUrl}
  APP=$BASE/api/apps/public/${appId}
  code() { curl -s $BASE/_dev/code/admin | json .code; }

  # log in as admin, with the code that admin's authenticator app shows
  LOGIN=$(curl -s $BASE/api/v1/login -d user=admin -d password=admin-password -d code=$(code))
  AUTH=(-H "X-User-Id: $(json .data.userId <<< $LOGIN)" -H "X-Auth-Token: $(json .data.authToken <<< $LOGIN)")

  # alice's sessions; take the first
  curl -s "$BASE/api/v1/sessions/list.all?filter=alice" "\${AUTH[@]}" -H "x-2fa-method: totp" -H "x-2fa-code: $(code)"; echo
  SESSION=$(curl -s $BASE/_dev/state | json '.sessions.find((s) => !s.logoutAt).sessionId')

  # end it through the app, without a code: refused
  curl -si $APP/sessions/logout "\${AUTH[@]}" -d sessionId=$SESSION; echo

  # with a code: done
  curl -si $APP/sessions/logout "\${AUTH[@]}" -H "x-2fa-method: totp" -H "x-2fa-code: $(code)" -d sessionId=$SESSION; echo

  # it is gone
  curl -s $BASE/_dev/state | json ".sessions.find((s) => s.sessionId === '$SESSION')"

  # the same in chat: a slash command, and what it showed to the one who typed it
  chat() { curl -s $BASE/api/v1/commands.run "\${AUTH[@]}" -d command=logout-session -d roomId=GENERAL -d "params=$*"; echo; }
  chat status
  curl -s $BASE/_dev/messages/admin; echo

  # let the app act for admin: open the address in a browser, log in as admin, allow it
  chat connect
  curl -s $BASE/_dev/messages/admin | json '.at(-1).text'

  # once connected: end another session in one line
  chat $(curl -s $BASE/_dev/state | json '.sessions.find((s) => !s.logoutAt).sessionId') --code $(code) --reason lost
  curl -s $BASE/_dev/messages/admin | json '.at(-1).text'
`;
}

function table(rows: ReadonlyArray<readonly string[]>): string {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] + 2))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `  ${line}`)
    .join('\n');
}
