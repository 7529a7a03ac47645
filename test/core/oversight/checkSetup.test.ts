import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
import { Licence } from '../../../core/logout/licence';
import { WorkspaceReply } from '../../../core/logout/readReply';
import { checkSetup, SetupPorts } from '../../../core/oversight/checkSetup';
import { AppError } from '../../../core/shared/errors';
import { caller, chatWorld } from '../../fakes/chat';
import { json, replies, request, Settings } from '../../fakes/ports';

const { credential } = request;
const allowed = caller as AuthorizedCaller;
const down = async () => Promise.reject(new Error('the store is down'));

async function setup(
  answer: WorkspaceReply | Error = challengeFor(['totp']),
  changed: {
    readonly settings?: Partial<Settings>;
    readonly ports?: Partial<SetupPorts>;
    readonly licence?: Licence;
  } = {},
) {
  const server = chatWorld([answer], changed.settings);
  server.licence.says = changed.licence ?? 'there';
  const checks = await checkSetup(allowed, credential, { ...server.ports, ...changed.ports });
  return { sent: server.sent, found: Object.fromEntries(checks.map(({ part, finding }) => [part, finding])) };
}

function challengeFor(availableMethods: string[]): WorkspaceReply {
  return json(400, {
    success: false,
    error: 'TOTP Required [totp-required]',
    errorType: 'totp-required',
    details: { method: 'totp', codeGenerated: false, availableMethods },
  });
}

test('a set-up in which all is well', async () => {
  const { found } = await setup();
  expect(found).toEqual({
    settings: 'ok',
    workspace: 'ok',
    site: 'ok',
    licence: 'ok',
    permission: 'ok',
    'second-factor': 'ok',
    'oauth-client': 'ok',
    room: 'none',
    retention: 'ok',
  });
});

test('all it sends as the caller is one probe that mails no code and can end nothing', async () => {
  const { sent } = await setup();
  expect(sent).toEqual([
    expect.objectContaining({
      sessionId: expect.stringMatching(/^probe-/),
      secondFactor: { method: 'totp' },
      timeoutMs: 3_000,
      credential,
    }),
  ]);
});

test('without a credential nothing is asked as anybody', async () => {
  const server = chatWorld();
  const checks = await checkSetup(allowed, undefined, server.ports);
  expect([server.sent, server.tokens.sent, server.licence.asked]).toEqual([[], [], 0]);
  expect(checks.filter(({ state }) => state === 'unknown').map(({ part }) => part)).toEqual([
    'licence',
    'permission',
    'second-factor',
  ]);
});

const ofCaller = (licence: string, permission: string, secondFactor: string) => ({
  licence,
  permission,
  'second-factor': secondFactor,
});
test.each<[string, WorkspaceReply | Error, Licence, ReturnType<typeof ofCaller>]>([
  ['a challenge', challengeFor(['totp', 'email']), 'there', ofCaller('ok', 'ok', 'ok')],
  ['a challenge for somebody without any method', challengeFor([]), 'there', ofCaller('ok', 'ok', 'none-set-up')],
  ['no challenge', replies.notFound, 'there', ofCaller('ok', 'ok', 'not-demanded')],
  ['no permission', replies.notPermitted, 'there', ofCaller('ok', 'missing', 'ok')],
  ['no licence', replies.noLicense, 'there', ofCaller('none', 'unknown', 'ok')],
  ['a licence that is gone, in 6.5', challengeFor(['totp']), 'missing', ofCaller('none', 'unknown', 'ok')],
  ['never a licence, in 6.5', replies.notPermitted, 'missing', ofCaller('none', 'unknown', 'ok')],
  ['nothing said of the licence', challengeFor(['totp']), 'unknown', ofCaller('unknown', 'ok', 'ok')],
])('what the workspace would say to the caller: %s', async (_name, answer, licence, expected) => {
  const { found } = await setup(answer, { licence });
  expect(found).toMatchObject(expected);
});

test('where nothing answers, nothing is known of the caller', async () => {
  const timeout = new AppError('error-workspace-timeout');
  const tokens = { removeUnknown: () => Promise.reject(timeout) };
  const { found } = await setup(timeout, { licence: 'unknown', ports: { tokens } });
  expect(found).toMatchObject(ofCaller('unknown', 'unknown', 'unknown'));
});

test('where the admin allows that no code is asked for, that is no problem', async () => {
  const { found } = await setup(replies.notFound, { settings: { withoutChallenge: 'allow' } });
  expect(found['second-factor']).toBe('not-demanded-allowed');
});

test.each([
  ['elsewhere', 'another-installation', 'http://workspace.test'],
  ['unreachable', undefined, 'http://workspace.test'],
  ['not-from-here', undefined, 'http://localhost:3000'],
])('the site URL: %s', async (finding, told, workspaceUrl) => {
  const { site } = chatWorld().ports;
  const ports = { site: { ...site, installationAt: async () => told } };
  const { found } = await setup(challengeFor(['totp']), { settings: { workspaceUrl }, ports });
  expect(found.site).toBe(finding);
});

test('without the data of the app the site URL cannot be compared', async () => {
  const { found } = await setup(challengeFor(['totp']), { ports: { installation: { id: down } } });
  expect(found.site).toBe('unknown');
});

test('what stands at the workspace address, and how client and room are, is passed on', async () => {
  const { site } = chatWorld().ports;
  const { found } = await setup(challengeFor(['totp']), {
    settings: { securityRoom: 'security' },
    ports: {
      site: { ...site, workspaceAt: async () => 'no-workspace' },
      ownClient: { state: async () => 'disabled' },
      room: { state: async (named) => (named === 'security' ? 'read-only' : 'missing') },
    },
  });
  expect(found).toMatchObject({ workspace: 'no-workspace', 'oauth-client': 'disabled', room: 'read-only' });
});

test('what cannot be looked up is said to be unknown, and hides nothing else', async () => {
  const { found } = await setup(challengeFor(['totp']), {
    settings: { securityRoom: 'security' },
    ports: { ownClient: { state: down }, room: { state: down } },
  });
  expect(found).toMatchObject({ 'oauth-client': 'unknown', room: 'unknown', permission: 'ok', retention: 'ok' });
});
