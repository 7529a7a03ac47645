import {
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { EngineCall } from '../../adapters/engineCall';
import { settings } from '../../adapters/settings';
import { viewClosed } from '../../interactions/viewClosed';
import { viewSubmit } from '../../interactions/viewSubmit';
import { MemoryPersistence } from '../fakes/persistence';
import { clockInHand } from '../fakes/time';

/**
 * A call into the app while the database is down.
 *
 * @param version what the workspace's clients are of
 */
function brokenCall(version?: string) {
  const lines: string[] = [];
  const opened: unknown[] = [];
  const persistence = new MemoryPersistence();
  persistence.readByAssociation = async () => {
    throw new Error('the database is down, token-1');
  };
  const read = {
    getEnvironmentReader: () => ({
      getSettings: () => ({
        getValueById: async (id: string) => settings.find((each) => each.id === id)?.packageValue as unknown,
      }),
      getServerSettings: () => ({ getValueById: async () => 'http://workspace.test' }),
    }),
    getRoleReader: () => undefined,
    getOAuthAppsReader: () => undefined,
    getPersistenceReader: () => persistence,
  };
  const app = { getID: () => 'the-app', getAccessors: () => ({}) };
  const logger = { info: (line: string) => void lines.push(line) };
  const http = { get: async () => ({ statusCode: 200, data: { version } }) };
  const modify = {
    getUiController: () => ({ openSurfaceView: async (...args: unknown[]) => void opened.push(args) }),
  };
  const call = { app, logger, read, modify, http, persistence, startedAt: 0 } as unknown as EngineCall;
  return { call, lines, opened };
}

const data = { appId: 'the-app', triggerId: 't1', user: { id: 'u1', username: 'admin', roles: ['admin'] } };
const view = { id: `logout-${'p'.repeat(24)}`, state: {}, submit: { type: 'button' } };
const submitted = (): UIKitViewSubmitInteractionContext =>
  new UIKitViewSubmitInteractionContext({ ...data, view } as unknown as ConstructorParameters<
    typeof UIKitViewSubmitInteractionContext
  >[0]);

test('a submit that cannot be looked up is told in the dialog, with what leads to the log', async () => {
  const { call, lines, opened } = brokenCall('8.0.0');
  const answer = JSON.stringify(await viewSubmit(submitted(), call));
  const { correlationId, result } = JSON.parse(lines[0]) as Record<string, string>;
  expect(result).toBe('error-internal');
  expect(answer).toContain('modal.update');
  expect(answer).toContain(correlationId);
  expect(opened).toEqual([]);
  expect(answer + lines.join()).not.toContain('token-1');
});

describe('in a client that closes its dialog', () => {
  const clock = clockInHand();

  test.each(['6.5', undefined])('of %s, it is told in a dialog that opens in its place', async (version) => {
    const { call, lines, opened } = brokenCall(version);
    expect(await viewSubmit(submitted(), call)).toEqual({ success: true });
    await clock.pass(500);
    const { correlationId } = JSON.parse(lines[0]) as Record<string, string>;
    expect(opened).toEqual([
      [
        expect.objectContaining({ id: view.id, submit: null }),
        { triggerId: 't1' },
        expect.objectContaining({ id: 'u1' }),
      ],
    ]);
    expect(JSON.stringify(opened)).toContain(correlationId);
    expect(JSON.stringify(opened) + lines.join()).not.toContain('token-1');
  });
});

test('a closed dialog that cannot be looked up leaves a line in the log and throws nothing', async () => {
  const { call, lines } = brokenCall();
  const context = new UIKitViewCloseInteractionContext({ ...data, view } as unknown as ConstructorParameters<
    typeof UIKitViewCloseInteractionContext
  >[0]);
  await expect(viewClosed(context, call)).resolves.toEqual({ success: true });
  expect(lines).toHaveLength(1);
});
