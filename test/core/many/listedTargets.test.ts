import { existingPerson } from '../../../core/many/existingPerson';
import { listedTargets } from '../../../core/many/listedTargets';
import { ConfirmedSecondFactor } from '../../../core/logout/confirmSecondFactor';
import { ALICE, personWorld } from '../../fakes/many';
import { request, settings } from '../../fakes/ports';

test('one person’s sessions, newest first, under the User-Agent and with the code of the batch', async () => {
  const { ports, list } = personWorld();
  const person = await existingPerson({ userId: ALICE.id }, ports);
  const confirmed = {
    caller: request.caller,
    secondFactor: { code: '123456' },
    userAgent: 'Session-Logout id1',
    codeMailed: false,
  } as unknown as ConfirmedSecondFactor;
  const listed = await listedTargets(person, { confirmed, credential: request.credential, address: settings }, ports);
  expect(listed.complete).toBe(true);
  expect(listed.targets.map(({ sessionId }) => sessionId)).toEqual(['s0', 's1', 's2']);
  expect(list.sent).toEqual([
    expect.objectContaining({ filter: ALICE.id, userAgent: 'Session-Logout id1', secondFactor: { code: '123456' } }),
  ]);
});
