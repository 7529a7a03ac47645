import { findPending } from '../../../core/chat/pendingLogout';
import { resumeLogout } from '../../../core/chat/resumeLogout';
import { caller, waiting } from '../../fakes/chat';

test('who still may can look at their logout again: nothing is sent, recorded or used up', async () => {
  const { id, ports, sent, recorded } = await waiting();
  await resumeLogout(await findPending(id, caller, ports), caller, ports);
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([]);
  await expect(findPending(id, caller, ports)).resolves.toMatchObject({ turn: 0 });
});

test.each([
  ['without an allowed role', { ...caller, roles: ['user'] }, 'error-unauthorized'],
  ['with a deactivated account', { ...caller, isEnabled: false }, 'error-account-deactivated'],
])('a person %s cannot: recorded, nothing sent', async (_name, person, code) => {
  const { id, ports, sent, recorded } = await waiting();
  await expect(resumeLogout(await findPending(id, caller, ports), person, ports)).rejects.toMatchObject({ code });
  expect(sent).toEqual([]);
  expect(await recorded()).toEqual([
    expect.objectContaining({ via: 'modal', sessionId: 'aLiveSession', outcome: { result: code, durationMs: 0 } }),
  ]);
  expect((await ports.connections.find('u1')) === undefined).toBe(!person.isEnabled);
});
