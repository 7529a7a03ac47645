import { authorizeStep } from '../../../core/chat/authorizeStep';
import { PendingLogout } from '../../../core/chat/pendingLogout';
import { caller, chatWorld } from '../../fakes/chat';

const begun = { roomId: 'general', correlationId: 'request-1' };
const logout: PendingLogout = { ...begun, sessionId: 'aLiveSession' };
const unlock: PendingLogout = { ...begun, unlock: { typed: 'alice' } };
const reading: PendingLogout = { ...begun, reading: { query: {}, pages: [], page: 0 } };
const auditor = { ...caller, roles: ['auditor'] };

test.each([
  ['an allowed person ends sessions', logout, caller, true],
  ['an allowed person lets others in again', unlock, caller, true],
  ['an allowed person does not read the record where auditors are named', reading, caller, false],
  ['an auditor reads the record', reading, auditor, true],
  ['an auditor does not end sessions', logout, auditor, false],
  ['an auditor does not let others in again', unlock, auditor, false],
])('%s', async (_name, pending, person, allowed) => {
  const { ports } = chatWorld([], { auditorRoles: ['auditor'] });
  const authorizing = authorizeStep(pending, person, ports);
  await (allowed
    ? expect(authorizing).resolves.toEqual(person)
    : expect(authorizing).rejects.toMatchObject({ code: 'error-unauthorized' }));
});
