import { roomMessages, type SlashCommandRun, userEvent } from '../../../scripts/remote/socket';
import { WorkspaceClient } from '../../../workspace/client/workspaceClient';
import { HOST_APP } from '../../support/hostApp';
import { type ProbedHost, startProbedHost } from '../engine/hostProcess';
import { caughtUp, collect, TestSockets } from './support';

/** What an app sends reaches its person on whichever server they are. */
describe('an app, and sockets on two servers', () => {
  const sockets = new TestSockets();
  let probed: ProbedHost;
  let nodes: string[];
  let userId: string;
  let authToken: string;

  beforeAll(async () => {
    // The older engine starts sooner, and what matters here is the same in both.
    probed = await startProbedHost({ engine: 'vm', nodes: 2 });
    nodes = probed.workspace.urls;
  });
  beforeEach(async () => {
    await probed.client.dev('reset', {});
    ({ userId, authToken } = await probed.client.logIn('alice'));
  });
  afterEach(() => sockets.close());
  afterAll(() => probed.workspace.stop());

  const run = (params: string, triggerId?: string): SlashCommandRun => ({
    cmd: 'host-probe',
    params,
    msg: { _id: 'm', rid: 'GENERAL', msg: `/host-probe ${params}` },
    triggerId,
  });

  it('opens a modal by the trigger of a command, once', async () => {
    const asking = await sockets.loggedIn(nodes[0], authToken);
    const elsewhere = await sockets.loggedIn(nodes[1], authToken);
    const event = userEvent(userId, 'uiInteraction');
    const heard = await Promise.all([asking, elsewhere].map((each) => collect(each, ...event)));
    await asking.call('slashCommand', run('open one two', 'trigger1'));
    await caughtUp(elsewhere);

    const view: unknown = expect.objectContaining({ id: 'one', type: 'modal', appId: HOST_APP });
    const opened = [expect.objectContaining({ type: 'modal.open', triggerId: 'trigger1', appId: HOST_APP, view })];
    expect(heard).toEqual([[opened], [opened]]);
  });

  it('says something to one person alone, in the thread of the command', async () => {
    const asking = await sockets.loggedIn(nodes[1], authToken);
    const elsewhere = await sockets.loggedIn(nodes[0], authToken);
    const event = userEvent(userId, 'message');
    const heard = await Promise.all([asking, elsewhere].map((each) => collect(each, ...event)));
    await asking.call('slashCommand', run('say "a b" c'));
    await caughtUp(elsewhere);

    const [[[message]]] = heard;
    expect(message).toMatchObject({ rid: 'GENERAL', private: true, msg: expect.stringContaining('["a b","c"]') });
    expect(heard).toEqual([[[message]], [[message]]]);
  });

  it('hears on the second server what was posted and edited on the first', async () => {
    const reader = await sockets.loggedIn(nodes[1], authToken);
    const heard = await collect(reader, ...roomMessages('GENERAL'));
    const posted = await probed.ask({ ask: 'post', roomId: 'GENERAL', text: 'first' });
    const { value: id } = posted as { value: string };
    await probed.ask({ ask: 'edit', id, text: 'second', withEditor: true });
    await caughtUp(reader);

    const [[first], [second]] = heard as Array<Array<Record<string, unknown>>>;
    expect(first).toMatchObject({ _id: id, rid: 'GENERAL', msg: 'first', ts: { $date: expect.any(Number) } });
    expect(first).not.toHaveProperty('editedAt');
    expect(second).toMatchObject({ _id: id, msg: 'second', ts: first.ts, u: first.u, editedBy: first.u });
  });

  it('is closed on the second server when its session is ended on the first', async () => {
    const socket = await sockets.loggedIn(nodes[1], authToken);
    const other = await sockets.loggedIn(nodes[1], (await probed.client.logIn('bob')).authToken);
    const first = new WorkspaceClient(nodes[0]);
    const { status } = await first.call('/api/v1/logout', { method: 'POST', as: { userId, authToken } });
    expect([status, await socket.closed]).toEqual([200, 1000]);
    await caughtUp(other);
    await expect(other.call('nothing')).rejects.toMatchObject({ code: '404' });
  });

  it('breaks when its server is restarted, and finds the new one', async () => {
    const [left, stays] = await Promise.all(nodes.map((url) => sockets.loggedIn(url, authToken)));
    await new WorkspaceClient(nodes[0]).dev('restart', {});
    expect(await left.closed).toBe(1006);
    const again = await sockets.loggedIn(nodes[0], authToken);
    await again.call('slashCommand', run('say hello'));
    await caughtUp(stays);
    await expect(stays.call('nothing')).rejects.toMatchObject({ code: '404' });
  });

  it('does not keep the workspace from ending', async () => {
    const open = await Promise.all(nodes.map((url) => sockets.loggedIn(url, authToken)));
    const { exitCode, complaints } = await probed.workspace.stop();
    expect({ exitCode, complaints }).toEqual({ exitCode: 0, complaints: '' });
    expect(await Promise.all(open.map(({ closed }) => closed))).toEqual([1001, 1001]);
  });
});
