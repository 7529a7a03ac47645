import { createHash } from 'crypto';
import { logoutInOneLine } from '../../../core/chat/logoutInOneLine';
import { caller, challenge, chatWorld, connected, incorrect, pending } from '../../fakes/chat';
import { replies } from '../../fakes/ports';

test('challenge, then done with the code', async () => {
  const server = chatWorld([challenge('totp'), challenge('totp'), replies.done()]);
  await connected(server);
  await expect(logoutInOneLine(caller, pending, { confirmed: false }, server.ports)).resolves.toMatchObject({
    kind: 'code-needed',
  });
  await expect(
    logoutInOneLine(caller, pending, { code: '123456', method: 'totp', confirmed: false }, server.ports),
  ).resolves.toMatchObject({ kind: 'done' });
  expect((await server.recorded()).map(({ via }) => via)).toEqual(['command', 'command']);
});

test('the method that was typed is asked about; one that nobody knows is not', async () => {
  const server = chatWorld([challenge('email'), challenge('email')]);
  await connected(server);
  await logoutInOneLine(caller, pending, { method: 'email', confirmed: true }, server.ports);
  await logoutInOneLine(caller, pending, { method: 'sms', confirmed: true }, server.ports);
  expect(server.sent.map(({ secondFactor }) => secondFactor.method)).toEqual(['email', undefined]);
});

test('a password is hashed, though no method was named', async () => {
  const server = chatWorld([challenge('password'), replies.done()], { passwordInChat: true });
  await connected(server);
  await logoutInOneLine(caller, pending, { code: 'pässword', confirmed: false }, server.ports);
  expect(server.endings()[0].secondFactor).toEqual({
    code: createHash('sha256').update('pässword').digest('hex'),
    method: 'password',
  });
});

test('nothing waits for a next step', async () => {
  const server = chatWorld([challenge('totp'), incorrect('totp')]);
  await connected(server);
  await expect(logoutInOneLine(caller, pending, { code: '1', confirmed: false }, server.ports)).resolves.toMatchObject({
    kind: 'code-incorrect',
  });
  expect(server.persistence.dump()).not.toContain('logout:key');
});

test('without a connection one connects first: recorded, nothing sent', async () => {
  const { ports, sent, recorded } = chatWorld();
  await expect(logoutInOneLine(caller, pending, { code: '1', confirmed: false }, ports)).resolves.toMatchObject({
    kind: 'connect-first',
  });
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([
    expect.objectContaining({ via: 'command', outcome: { result: 'error-not-connected', durationMs: 0 } }),
  ]);
});

describe('where the workspace asks for no code, and the admin allows that', () => {
  const run = async (typed: Parameters<typeof logoutInOneLine>[2]) => {
    const server = chatWorld([replies.notFound, replies.done()], { withoutChallenge: 'allow' });
    await connected(server);
    return { ...server, step: await logoutInOneLine(caller, pending, typed, server.ports) };
  };

  test('a line alone ends nothing, since nobody said yes: only the probe is sent, and it is recorded', async () => {
    const { step, sent, endings, recorded, persistence } = await run({ confirmed: false });
    expect(step).toEqual({ kind: 'confirm-needed', pending: expect.objectContaining(pending), question: 'confirm' });
    expect(step.pending.id).toBeUndefined();
    expect(sent).toHaveLength(1);
    expect(endings()).toEqual([]);
    expect(await recorded()).toEqual([
      expect.objectContaining({ outcome: expect.objectContaining({ result: 'error-confirmation-needed' }) }),
    ]);
    expect(persistence.dump()).not.toContain('logout:key');
  });

  test('a method is no yes', async () => {
    const { step, endings } = await run({ method: 'totp', confirmed: false });
    expect(step.kind).toBe('confirm-needed');
    expect(endings()).toEqual([]);
  });

  test.each([
    ['a yes', { confirmed: true }],
    ['a code', { code: '123456', confirmed: false }],
    ['both', { code: '123456', confirmed: true }],
  ])('with %s the session ends', async (_name, typed) => {
    const { step, endings } = await run(typed);
    expect(step.kind).toBe('done');
    expect(endings()).toHaveLength(1);
  });
});

test('a yes does not stand for a code', async () => {
  const server = chatWorld([challenge('totp'), replies.done()], { withoutChallenge: 'allow' });
  await connected(server);
  await expect(logoutInOneLine(caller, pending, { confirmed: true }, server.ports)).resolves.toMatchObject({
    kind: 'code-needed',
  });
  expect(server.endings()).toEqual([]);
});

test('nor for the second factor where the admin does not allow to go without', async () => {
  const server = chatWorld([replies.notFound, replies.done()]);
  await connected(server);
  await expect(logoutInOneLine(caller, pending, { confirmed: true }, server.ports)).resolves.toMatchObject({
    kind: 'failed',
    error: { code: 'error-2fa-not-enforced' },
  });
  expect(server.endings()).toEqual([]);
});
