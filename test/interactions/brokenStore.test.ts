import {
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { EngineCall } from '../../adapters/engineCall';
import { viewClosed } from '../../interactions/viewClosed';
import { viewSubmit } from '../../interactions/viewSubmit';
import { MemoryPersistence } from '../fakes/persistence';

/** A call into the app while the database is down. */
function brokenCall() {
  const lines: string[] = [];
  const persistence = new MemoryPersistence();
  persistence.readByAssociation = async () => {
    throw new Error('the database is down, token-1');
  };
  const read = {
    getEnvironmentReader: () => ({ getSettings: () => undefined, getServerSettings: () => undefined }),
    getRoleReader: () => undefined,
    getOAuthAppsReader: () => undefined,
    getPersistenceReader: () => persistence,
  };
  const app = { getID: () => 'the-app', getAccessors: () => ({}) };
  const logger = { info: (line: string) => void lines.push(line) };
  const call = { app, logger, read, modify: {}, http: {}, persistence, startedAt: 0 } as unknown as EngineCall;
  return { call, lines };
}

const data = { appId: 'the-app', triggerId: 't1', user: { id: 'u1', username: 'admin', roles: ['admin'] } };
const view = { id: 'logout-somePendingId', state: {} };

test('a submit that cannot be looked up is told in the modal, with what leads to the log', async () => {
  const { call, lines } = brokenCall();
  const context = new UIKitViewSubmitInteractionContext({ ...data, view } as unknown as ConstructorParameters<
    typeof UIKitViewSubmitInteractionContext
  >[0]);
  const answer = JSON.stringify(await viewSubmit(context, call));
  const { correlationId, result } = JSON.parse(lines[0]) as Record<string, string>;
  expect(result).toBe('error-internal');
  expect(answer).toContain('modal.update');
  expect(answer).toContain(correlationId);
  expect(answer + lines.join()).not.toContain('token-1');
});

test('a closed modal that cannot be looked up leaves a line in the log and throws nothing', async () => {
  const { call, lines } = brokenCall();
  const context = new UIKitViewCloseInteractionContext({ ...data, view } as unknown as ConstructorParameters<
    typeof UIKitViewCloseInteractionContext
  >[0]);
  await expect(viewClosed(context, call)).resolves.toEqual({ success: true });
  expect(lines).toHaveLength(1);
});
