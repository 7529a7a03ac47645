import { GENERATIONS, useProbedHost, type Wish } from './hostProcess';

type Counts = Record<string, number>;

describe.each(GENERATIONS)('the counts of what the engine asks the workspace, engine %s', (engine) => {
  const host = useProbedHost({ engine });

  const counts = async (): Promise<Counts> => host.client.dev<Counts>('calls');

  it.each<[string, Wish, Counts]>([
    ['a read of the persistence', { ask: 'read', by: ['x'] }, { 'persistence.readByAssociations': 1 }],
    ['a new document', { ask: 'create', by: ['x'], data: {} }, { 'persistence.createWithAssociations': 1 }],
    ['a person', { ask: 'userById', id: 'x' }, { 'user.getById': 1 }],
    ['a role', { ask: 'role', id: 'admin' }, { 'role.getOneByIdOrName': 1 }],
    ['a setting of the workspace', { ask: 'serverSetting', id: 'Site_Url' }, { 'serverSetting.getOneById': 1 }],
    ['a setting of the app', { ask: 'ownSetting', id: 'level' }, { 'appSettings.getValueById': 1 }],
    ['an HTTP request', { ask: 'http', url: 'http://127.0.0.1:9/' }, { 'http.call': 1 }],
    ['nothing', { ask: 'unknown' }, {}],
  ])('name %s', async (_case, wish, expected) => {
    await host.ask(wish);
    expect(await counts()).toEqual(expected);
  });

  it('show every call, also those at the same time and those that find nothing', async () => {
    await Promise.all(Array.from({ length: 20 }, () => host.ask({ ask: 'read', by: ['x'] })));
    await host.ask({ ask: 'room', id: 'nowhere' });
    expect(await counts()).toEqual({ 'persistence.readByAssociations': 20, 'room.getById': 1 });
  });

  it('show a write of a setting of the app by the app itself, and by an admin', async () => {
    await host.ask({ ask: 'setOwnSetting', id: 'level', text: 'high' });
    expect(await counts()).toMatchObject({ 'appSettings.updateValue': 1 });
    await host.client.dev('calls/reset', {});
    await host.client.dev('app-settings', { level: 'low' });
    expect(await counts()).toEqual({ 'appDetailChanges.onAppSettingsChange': 1 });
  });

  it('begin anew when asked to, and are kept over a restart', async () => {
    await host.ask({ ask: 'userById', id: 'x' });
    await host.client.dev('restart', {});
    expect(await counts()).toMatchObject({ 'user.getById': 1 });
    await host.client.dev('calls/reset', {});
    expect(await counts()).toEqual({});
    await host.ask({ ask: 'ownSetting', id: 'level' });
    expect(await counts()).toEqual({ 'appSettings.getValueById': 1 });
  });
});
