import { Clients } from '../../../workspace/engine/clients';
import { WorkspaceStore } from '../../../workspace/store';

/** The rules of the web client's `ActionManager`, with a clock of our own. */
describe('a web client', () => {
  let now: number;
  let store: WorkspaceStore;
  let clients: Clients;

  beforeEach(() => {
    now = 1_000_000;
    store = new WorkspaceStore(() => now);
    clients = new Clients(store);
  });

  const open = (triggerId: string, id = 'view') => ({ type: 'modal.open', triggerId, view: { id } });
  const reasons = () => store.dropped.all().map(({ reason }) => reason);

  it.each([
    [4999, 1, []],
    [5000, 0, ['the trigger was older than 5 seconds']],
  ])('%i ms after it made a trigger accepts %i answers to it', (age, shown, dropped) => {
    clients.issueTrigger('alice', 't');
    now += age;
    clients.receive('alice', open('t'), 'response');
    expect(store.deliveries.all()).toHaveLength(shown);
    expect(reasons()).toEqual(dropped);
  });

  it('accepts one answer to a trigger, over either channel', () => {
    clients.issueTrigger('alice', 't');
    clients.receive('alice', open('t', 'first'), 'notification');
    clients.receive('alice', open('t', 'second'), 'response');
    expect(store.deliveries.all()).toMatchObject([{ userId: 'alice', channel: 'notification', view: { id: 'first' } }]);
    expect(store.dropped.all()).toMatchObject([{ userId: 'alice', channel: 'response', view: { id: 'second' } }]);
  });

  it.each([
    ["somebody else's trigger", 'bob', 't'],
    ['a trigger it never made', 'alice', 'other'],
    ['no trigger', 'alice', undefined],
  ])('accepts no answer to %s', (_case, userId, triggerId) => {
    clients.issueTrigger('alice', 't');
    clients.receive(userId, { ...open('t'), triggerId }, 'notification');
    expect(store.deliveries.all()).toEqual([]);
    expect(reasons()).toHaveLength(1);
  });

  it('uses up a trigger even with an answer it ignores', () => {
    clients.issueTrigger('alice', 't');
    clients.receive('alice', { type: 'modal.update', triggerId: 't', view: { id: 'closed' } }, 'response');
    clients.receive('alice', open('t'), 'notification');
    expect(reasons()).toEqual([
      'no view with this id was open',
      'the trigger was answered before, or never made by this client',
    ]);
  });

  it.each(['modal.update', 'errors'])('accepts %s only for an open view of the same person', (type) => {
    const change = (userId: string, triggerId: string) => {
      clients.issueTrigger(userId, triggerId);
      clients.receive(userId, { type, triggerId, viewId: 'view' }, 'response');
    };
    clients.issueTrigger('alice', 't1');
    clients.receive('alice', open('t1'), 'response');
    change('alice', 't2');
    change('bob', 't3');
    clients.closeView('alice', 'view');
    change('alice', 't4');
    expect(store.deliveries.all().map(({ triggerId }) => triggerId)).toEqual(['t1', 't2']);
    expect(store.dropped.all().map(({ triggerId }) => triggerId)).toEqual(['t3', 't4']);
  });

  it('forgets everything on a reset', () => {
    clients.issueTrigger('alice', 't');
    clients.reset();
    clients.receive('alice', open('t'), 'response');
    expect(store.deliveries.all()).toEqual([]);
  });
});
