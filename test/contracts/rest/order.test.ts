import type { ServerVersion } from '../../../workspace/model';
import { ALL_VERSIONS, TestWorkspace, type Actor } from './harness';

// The order of the checks of `sessions/logout`. Each row passes one check more than the row before it, and fails all
// later ones that can fail at the same time.

const UNAUTHORIZED = 'User does not have the permissions required for this action [error-unauthorized]';
const LOGIN_FIRST = 'You must be logged in to do this.';
const NO_FEATURE = {
  status: 400,
  body: {
    success: false,
    error: 'This is an enterprise feature [error-action-not-allowed]',
    errorType: 'error-action-not-allowed',
  },
};

interface Row {
  licensed: boolean;
  as: 'nobody' | 'powerless' | 'admin';
  limited: boolean;
  body: 'bad' | 'good';
  code: 'none' | 'right';
  answer: Record<ServerVersion, { status: number; body: object }>;
}

const all = (status: number, body: object) => {
  const answer = { status, body };
  return { '6.5': answer, '7.0': answer, late: answer };
};
const notLoggedIn = {
  ...all(401, { success: false, error: LOGIN_FIRST, status: 'error', message: LOGIN_FIRST }),
  '6.5': { status: 401, body: { status: 'error', message: LOGIN_FIRST } },
};
const tooMany = expect.stringMatching(
  /^Error, too many requests\. Please slow down\. You must wait 60 seconds before .* \[error-too-many-requests\]$/,
) as unknown;
const badBody = {
  success: false,
  error: "must have required property 'sessionId' [invalid-params]",
  errorType: 'invalid-params',
};
const challenge = {
  success: false,
  error: 'TOTP Required [totp-required]',
  errorType: 'totp-required',
  details: { method: 'totp', codeGenerated: false, availableMethods: ['totp'] },
};

const ROWS: Array<[string, Row]> = [
  [
    'licence (late versions)',
    {
      licensed: false,
      as: 'nobody',
      limited: true,
      body: 'bad',
      code: 'none',
      answer: { ...notLoggedIn, late: NO_FEATURE },
    },
  ],
  ['authentication', { licensed: true, as: 'nobody', limited: true, body: 'bad', code: 'none', answer: notLoggedIn }],
  [
    'rate limit',
    {
      licensed: true,
      as: 'powerless',
      limited: true,
      body: 'bad',
      code: 'none',
      answer: all(429, { success: false, error: tooMany }),
    },
  ],
  ['body', { licensed: true, as: 'powerless', limited: false, body: 'bad', code: 'none', answer: all(400, badBody) }],
  [
    'permission',
    {
      licensed: true,
      as: 'powerless',
      limited: false,
      body: 'good',
      code: 'none',
      answer: all(403, { success: false, error: UNAUTHORIZED }),
    },
  ],
  [
    'second factor',
    { licensed: true, as: 'admin', limited: false, body: 'good', code: 'none', answer: all(400, challenge) },
  ],
  [
    'licence (6.5 and 7.0)',
    {
      licensed: false,
      as: 'admin',
      limited: false,
      body: 'good',
      code: 'right',
      answer: {
        '6.5': { status: 403, body: { success: false, error: 'unauthorized' } },
        '7.0': { status: 401, body: { success: false, error: 'unauthorized' } },
        late: NO_FEATURE,
      },
    },
  ],
];

describe.each(ALL_VERSIONS)('%s', (version) => {
  let workspace: TestWorkspace;
  let actors: Record<Row['as'], Actor | undefined>;
  let sessionId: string;

  beforeEach(async () => {
    workspace = await TestWorkspace.start(version);
    actors = {
      nobody: undefined,
      powerless: workspace.addActor({ username: 'powerless', totpSecret: 'KVKFKRCPNZQUYMLX' }),
      admin: workspace.addAdmin(),
    };
    sessionId = workspace.addSession(workspace.addActor({ username: 'victim' })).sessionId;
  });

  afterEach(() => workspace.close());

  const call = ({ as, body, code }: Pick<Row, 'as' | 'body' | 'code'>) =>
    workspace.call('POST', '/api/v1/sessions/logout', {
      as: actors[as],
      headers: code === 'right' ? { 'x-2fa-code': workspace.totp() } : {},
      body: body === 'good' ? { sessionId } : {},
    });

  it.each(ROWS)('%s', async (_check, row) => {
    const { store } = workspace;
    store.licence = row.licensed || 'gone';
    if (row.limited) {
      store.settings.set('API_Enable_Rate_Limiter', true);
      store.settings.set('API_Enable_Rate_Limiter_Limit_Calls_Default', 1);
      await call({ ...row, as: 'powerless' });
    }
    const before = workspace.ended();
    const { status, body } = await call(row);
    expect({ status, body }).toEqual(row.answer[version]);
    expect(workspace.ended()).toEqual(before);
  });

  it('the action comes when every check has passed', async () => {
    const { status, body } = await call({ as: 'admin', body: 'good', code: 'right' });
    expect({ status, body }).toEqual({ status: 200, body: { sessionId, success: true } });
    expect(workspace.ended().sessions).toEqual([sessionId]);
  });

  it.each([
    ['malformed JSON', '{"sessionId":', { 'content-type': 'application/json' }],
    ['a bare string', '"x"', { 'content-type': 'application/json' }],
    ['null', 'null', { 'content-type': 'application/json' }],
  ])('%s is answered with an HTML page before anything else', async (_name, text, headers) => {
    workspace.store.licence = 'gone';
    const answer = await workspace.call('POST', '/api/v1/sessions/logout', { text, headers });
    expect([answer.status, answer.contentType]).toEqual([400, 'text/html']);
    expect(answer.text).not.toContain('node_modules');
  });

  it.each(['GET', 'PUT', 'PATCH', 'DELETE'])('it has no method %s', async (method) => {
    const answer = await workspace.call(method, '/api/v1/sessions/logout', { as: actors.admin });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('POST');
    expect(answer.body).toEqual({ status: 'error', message: 'API endpoint does not exist' });
  });

  it('there are no other routes like it', async () => {
    const answer = await workspace.call('POST', '/api/v1/sessions/logout.all', { as: actors.admin });
    expect(answer.status).toBe(404);
  });
});
