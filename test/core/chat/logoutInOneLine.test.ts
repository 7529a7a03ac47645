import { createHash } from 'crypto';
import { logoutInOneLine } from '../../../core/chat/logoutInOneLine';
import { caller, challenge, chatWorld, connected, incorrect, pending } from '../../fakes/chat';
import { replies } from '../../fakes/ports';

test('challenge, then done with the code', async () => {
  const server = chatWorld([challenge('totp'), challenge('totp'), replies.done()]);
  await connected(server);
  await expect(logoutInOneLine(caller, pending, {}, server.ports)).resolves.toMatchObject({ kind: 'code-needed' });
  await expect(
    logoutInOneLine(caller, pending, { code: '123456', method: 'totp' }, server.ports),
  ).resolves.toMatchObject({ kind: 'done' });
  expect((await server.recorded()).map(({ via }) => via)).toEqual(['command', 'command']);
});

test('the method that was typed is asked about; one that nobody knows is not', async () => {
  const server = chatWorld([challenge('email'), challenge('email')]);
  await connected(server);
  await logoutInOneLine(caller, pending, { method: 'email' }, server.ports);
  await logoutInOneLine(caller, pending, { method: 'sms' }, server.ports);
  expect(server.sent.map(({ secondFactor }) => secondFactor.method)).toEqual(['email', undefined]);
});

test('a password is hashed, though no method was named', async () => {
  const server = chatWorld([challenge('password'), replies.done()], { passwordInChat: true });
  await connected(server);
  await logoutInOneLine(caller, pending, { code: 'pässword' }, server.ports);
  expect(server.endings()[0].secondFactor).toEqual({
    code: createHash('sha256').update('pässword').digest('hex'),
    method: 'password',
  });
});

test('nothing waits for a next step', async () => {
  const server = chatWorld([challenge('totp'), incorrect('totp')]);
  await connected(server);
  await expect(logoutInOneLine(caller, pending, { code: '1' }, server.ports)).resolves.toMatchObject({
    kind: 'code-incorrect',
  });
  expect(server.persistence.dump()).not.toContain('logout:key');
});

test('without a connection one connects first: recorded, nothing sent', async () => {
  const { ports, sent, recorded } = chatWorld();
  await expect(logoutInOneLine(caller, pending, { code: '1' }, ports)).resolves.toMatchObject({
    kind: 'connect-first',
  });
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([
    expect.objectContaining({ via: 'command', outcome: { result: 'error-not-connected', durationMs: 0 } }),
  ]);
});
