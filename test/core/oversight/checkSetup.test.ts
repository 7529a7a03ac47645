import { AuthorizedCaller } from '../../../core/caller/authorizeCaller';
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
  changed: { readonly settings?: Partial<Settings>; readonly ports?: Partial<SetupPorts> } = {},
) {
  const server = chatWorld([answer], changed.settings);
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
  const isLicensed = jest.fn(async () => true);
  const checks = await checkSetup(allowed, undefined, { ...server.ports, site: { ...server.ports.site, isLicensed } });
  expect(server.sent).toEqual([]);
  expect(isLicensed).not.toHaveBeenCalled();
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
test.each([
  ['a challenge', challengeFor(['totp', 'email']), true, ofCaller('ok', 'ok', 'ok')],
  ['a challenge for somebody without any method', challengeFor([]), true, ofCaller('ok', 'ok', 'none-set-up')],
  ['no challenge', replies.notFound, true, ofCaller('ok', 'ok', 'not-demanded')],
  ['no permission', replies.notPermitted, true, ofCaller('ok', 'missing', 'unknown')],
  ['no licence', replies.noLicense, true, ofCaller('missing', 'unknown', 'unknown')],
  ['a licence that is gone, in 6.5', challengeFor(['totp']), false, ofCaller('missing', 'unknown', 'ok')],
  ['never a licence, in 6.5', replies.notPermitted, false, ofCaller('missing', 'unknown', 'unknown')],
  ['nothing said of the licence', challengeFor(['totp']), undefined, ofCaller('unknown', 'ok', 'ok')],
  ['no answer', new AppError('error-workspace-timeout'), undefined, ofCaller('unknown', 'unknown', 'unknown')],
])('what the workspace would say to the caller: %s', async (_name, answer, licensed, expected) => {
  const { site } = chatWorld().ports;
  const { found } = await setup(answer, { ports: { site: { ...site, isLicensed: async () => licensed } } });
  expect(found).toMatchObject(expected);
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
