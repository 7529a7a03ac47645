import { HOST_APP } from '../../support/hostApp';
import type { Login } from '../../../workspace/client/http';
import { GENERATIONS, type ProbedHost, startProbedHost } from './hostProcess';

interface Delivered {
  kind: string;
  type?: string;
  channel?: string;
  text?: string;
  reason?: string;
  view?: { id: string };
}

describe.each(GENERATIONS)('commands and interactions, engine %s', (engine) => {
  let host: ProbedHost;
  let alice: Login;
  let triggers = 0;

  beforeAll(async () => {
    host = await startProbedHost({ engine });
  });
  afterAll(async () => {
    await host.workspace.stop();
  });
  beforeEach(async () => {
    await host.client.dev('reset', {});
    alice = await host.client.logIn('alice');
  });

  const trigger = (): string => `trigger-${(triggers += 1)}`;
  const delivered = async (): Promise<Delivered[]> => host.client.dev('messages/alice');
  const dropped = async (): Promise<Delivered[]> => host.client.dev('dropped');
  const command = async (params: string, more: object = {}) =>
    host.client.call('/api/v1/commands.run', {
      as: alice,
      body: { command: 'host-probe', roomId: 'GENERAL', params, ...more },
    });
  const interact = async (body: object) =>
    host.client.call(`/api/apps/ui.interaction/${HOST_APP}`, { as: alice, body: { triggerId: trigger(), ...body } });
  const click = async (value: string, viewId: string, triggerId = trigger()) =>
    interact({
      type: 'blockAction',
      actionId: 'click',
      triggerId,
      container: { type: 'view', id: viewId },
      payload: { blockId: viewId, value },
    });
  const submit = async (text: string, viewId: string) =>
    interact({ type: 'viewSubmit', payload: { view: { id: viewId, state: { field: { text } } } } });

  describe('a slash command', () => {
    it('gets its sender, their roles, the thread and its arguments, and answers with an ephemeral message', async () => {
      const answer = await command('say "one two" three', { tmid: 'thread' });
      expect([answer.status, answer.text]).toEqual([200, '{"success":true}']);
      const [{ kind, text, ...rest }] = await delivered();
      expect([kind, JSON.parse(text ?? '')]).toEqual([
        'message',
        { arguments: ['one two', 'three'], threadId: 'thread', roles: ['user'] },
      ]);
      expect(rest).toMatchObject({ roomId: 'GENERAL', sender: 'host-probe.bot' });
    });

    it('that throws is silent', async () => {
      const answer = await command('throw');
      expect([answer.status, answer.text]).toEqual([200, '{"success":true}']);
      expect(await delivered()).toEqual([]);
    });

    it('opens one modal with its trigger, and no second one', async () => {
      await command('open first second', { triggerId: trigger() });
      expect(await delivered()).toMatchObject([{ type: 'modal.open', channel: 'notification', view: { id: 'first' } }]);
      expect(await dropped()).toMatchObject([{ view: { id: 'second' }, reason: expect.stringMatching(/answered/) }]);
    });

    it('opens none without a trigger', async () => {
      await command('open first');
      expect(await delivered()).toEqual([]);
      expect(await dropped()).toMatchObject([{ view: { id: 'first' } }]);
    });
  });

  describe('a click', () => {
    it('is answered with a modal, as the response and to the client', async () => {
      const answer = await click('open', 'view');
      expect(JSON.parse(answer.text)).toMatchObject({ type: 'modal.open', appId: HOST_APP, view: { id: 'view' } });
      expect(await delivered()).toMatchObject([{ type: 'modal.open', channel: 'response', view: { id: 'view' } }]);
    });

    it('updates the open view with that ID, and no other', async () => {
      await click('open', 'view');
      await click('update', 'view');
      await click('update', 'other');
      expect((await delivered()).map(({ type }) => type)).toEqual(['modal.open', 'modal.update']);
      expect(await dropped()).toMatchObject([{ view: { id: 'other' }, reason: expect.stringMatching(/no view/) }]);
    });

    it('that is answered twice counts once, over either channel', async () => {
      await click('notify', 'view');
      expect(await delivered()).toMatchObject([{ channel: 'notification' }]);
      expect(await dropped()).toMatchObject([{ channel: 'response', reason: expect.stringMatching(/answered/) }]);
    });

    it('for which the app throws gets an empty answer', async () => {
      const answer = await click('fail', 'view');
      expect([answer.status, answer.text]).toEqual([200, '']);
    });
  });

  describe('a submit', () => {
    beforeEach(async () => {
      await click('open', 'view');
    });
    const lastDelivered = async () => (await delivered()).slice(1);

    it('keeps the view for errors', async () => {
      const answer = await submit('errors', 'view');
      expect(JSON.parse(answer.text)).toMatchObject({ type: 'errors', viewId: 'view', errors: { text: 'wrong' } });
      await submit('update', 'view');
      expect((await lastDelivered()).map(({ type }) => type)).toEqual(['errors', 'modal.update']);
      await click('update', 'view');
      expect(await dropped()).toEqual([]);
    });

    it('closes the view for anything else', async () => {
      const answer = await submit('bye', 'view');
      expect([answer.status, answer.text]).toEqual([200, '{"success":true}']);
      await click('update', 'view');
      expect(await dropped()).toMatchObject([{ type: 'modal.update', reason: expect.stringMatching(/no view/) }]);
    });

    it('reaches nothing once the person closed the view', async () => {
      await interact({ type: 'viewClosed', payload: { view: { id: 'view' }, isCleared: true } });
      await click('update', 'view');
      expect(await dropped()).toHaveLength(1);
    });
  });

  describe('the room and the message of an interaction', () => {
    const button = async (more: object) => interact({ type: 'actionButton', payload: {}, ...more });
    const blockAction = async (more: object) =>
      interact({ type: 'blockAction', payload: { blockId: 'block', value: 'place' }, ...more });
    const placeIn = async (answer: ReturnType<typeof interact>) =>
      (JSON.parse((await answer).text) as { view: { id: string } }).view.id;

    it('are those of the IDs that were sent, also for people who cannot see them', async () => {
      const { rooms } = await host.client.dev<{ rooms: Array<{ _id: string; name: string }> }>('state');
      const rid = rooms.find(({ name }) => name === 'security')?._id ?? '';
      const posted = await host.ask({ ask: 'post', roomId: rid, text: 'a secret' });
      const mid = (posted as { value: string }).value;
      for (const interaction of [button, blockAction]) {
        expect(await placeIn(interaction({ rid, mid }))).toBe(`${rid} ${mid}`);
        expect(await placeIn(interaction({ rid: 'nowhere', mid: 'nothing' }))).toBe('none none');
        expect(await placeIn(interaction({ rid: null, mid }))).toBe(`none ${mid}`);
      }
    });

    it.each([
      ['6.5', 'GENERAL none'],
      ['late', 'none none'],
    ])('without IDs are, on a server of version %s: %s', async (version, place) => {
      await host.client.dev('settings', { version });
      await host.ask({ ask: 'post', roomId: 'GENERAL', text: 'hello' });
      for (const interaction of [button, blockAction]) {
        expect(await placeIn(interaction({}))).toBe(place);
      }
    });
  });

  describe('a button that the app put into a menu', () => {
    it('is offered to everybody, with its conditions', async () => {
      const answer = await host.client.call('/api/apps/actionButtons');
      expect([answer.status, JSON.parse(answer.text)]).toEqual([
        200,
        [
          {
            appId: HOST_APP,
            actionId: 'press',
            context: 'messageAction',
            labelI18n: 'press',
            when: { hasOneRole: ['admin'] },
          },
        ],
      ]);
    });

    it('is no longer offered when the app is gone', async () => {
      await host.client.changeApp('uninstall');
      expect((await host.client.call('/api/apps/actionButtons')).body).toEqual([]);
    });

    it('brings the message of a person, whoever presses it', async () => {
      const mid = await host.client.post('bob', 'anybody there?');
      const answer = await interact({ type: 'actionButton', actionId: 'press', rid: 'GENERAL', mid, payload: {} });
      expect(answer.body).toMatchObject({ type: 'modal.open', view: { id: `GENERAL ${mid}` } });
    });

    it('in a composer brings what was typed so far, and the thread', async () => {
      const payload = { context: 'messageBoxAction', message: 'half a sen' };
      const answer = await interact({ type: 'actionButton', rid: 'GENERAL', tmid: 'thread', payload });
      expect(answer.body).toMatchObject({ view: { id: 'messageBoxAction half a sen thread' } });
    });
  });

  it('refuses people who are not logged in, and unknown kinds', async () => {
    const path = `/api/apps/ui.interaction/${HOST_APP}`;
    const nobody = await host.client.call(path, { body: { type: 'blockAction', payload: {} } });
    expect([nobody.status, nobody.text]).toEqual([
      401,
      '{"status":"error","message":"You must be logged in to do this."}',
    ]);
    const unknown = await interact({ type: 'nothing' });
    expect([unknown.status, unknown.text]).toEqual([400, '{"error":"Unknown action"}']);
  });
});
