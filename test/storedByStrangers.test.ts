import { IApiEndpointInfo, IApiRequest } from '@rocket.chat/apps-engine/definition/api';
import { SlashCommandContext } from '@rocket.chat/apps-engine/definition/slashcommands';
import {
  UIKitActionButtonInteractionContext,
  UIKitBlockInteractionContext,
  UIKitViewCloseInteractionContext,
  UIKitViewSubmitInteractionContext,
} from '@rocket.chat/apps-engine/definition/uikit';
import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { IApp } from '@rocket.chat/apps-engine/definition/IApp';
import { LogoutSessionCommand } from '../commands/LogoutSessionCommand';
import { EndingEndpoint } from '../endpoints/CallerEndpoint';
import { ListSessionsEndpoint } from '../endpoints/ListSessionsEndpoint';
import { LogoutAllEndpoint } from '../endpoints/LogoutAllEndpoint';
import { LogoutEverythingEndpoint } from '../endpoints/LogoutEverythingEndpoint';
import { LogoutManyEndpoint } from '../endpoints/LogoutManyEndpoint';
import { LogoutSessionEndpoint } from '../endpoints/LogoutSessionEndpoint';
import { OAuthCallbackEndpoint } from '../endpoints/OAuthCallbackEndpoint';
import { actionButton } from '../interactions/actionButton';
import { blockAction } from '../interactions/blockActions';
import { viewClosed } from '../interactions/viewClosed';
import { viewSubmit } from '../interactions/viewSubmit';
import { ACTION, logoutViewId } from '../views/ids';
import { sendIncorrect } from './fakes/codeAttempts';
import { admin, engineWorld, ROOM } from './fakes/engine';

const TIMES = 200;
const ID = 'RkpypinZrH9vfdHvk';
const MADE_UP = 'p'.repeat(24);
const stranger = { ...admin, id: 'u9', username: 'max', roles: ['user'] } as unknown as IUser;
const leaver = { ...admin, id: 'u9', username: 'max', isEnabled: false } as unknown as IUser;

type World = ReturnType<typeof engineWorld>;
/** Something that somebody does, with the ID of a logout that waits for another person. */
type Deed = (world: World, user: IUser, foreign: string) => Promise<unknown>;

const types =
  (line: string, triggerId: string | undefined = 'trigger-1'): Deed =>
  ({ app, read, modify, http, persistence }, user) => {
    const context = new SlashCommandContext(user, ROOM, line.split(' '), undefined, triggerId);
    return new LogoutSessionCommand(app).executor(context, read, modify, http, persistence);
  };
const about = (user: IUser) => ({ appId: 'the-app', triggerId: 'trigger-1', user, room: ROOM });
const submits =
  (idOf: (foreign: string) => string): Deed =>
  ({ call }, user, foreign) => {
    const view = { id: logoutViewId(idOf(foreign)), state: {}, submit: { type: 'button' } };
    return viewSubmit(new UIKitViewSubmitInteractionContext({ ...about(user), view } as never), call);
  };
const closes =
  (idOf: (foreign: string) => string): Deed =>
  ({ call }, user, foreign) => {
    const view = { id: logoutViewId(idOf(foreign)), submit: { type: 'button' } };
    return viewClosed(new UIKitViewCloseInteractionContext({ ...about(user), view } as never), call);
  };
const clicks =
  (actionId: string, idOf: (foreign: string) => string): Deed =>
  ({ call }, user, foreign) => {
    const data = { ...about(user), actionId, value: idOf(foreign) };
    return blockAction(new UIKitBlockInteractionContext(data as never), call);
  };
const menu: Deed = ({ call }, user) => {
  const message = { id: 'm1', room: ROOM, sender: admin, text: 'hello' };
  const data = { ...about(user), actionId: ACTION.messageMenu, message };
  return actionButton(new UIKitActionButtonInteractionContext(data as never), call);
};
const credential = { 'x-user-id': 'u9', 'x-auth-token': 'token-1', 'x-2fa-code': '731946' };
const posts =
  (Endpoint: new (app: IApp) => EndingEndpoint, content: object): Deed =>
  ({ app, read, modify, http, persistence }, user) =>
    new Endpoint(app).post(
      { user, headers: credential, content } as unknown as IApiRequest,
      {} as IApiEndpointInfo,
      read,
      modify,
      http,
      persistence,
    );
const gets =
  (Endpoint: typeof ListSessionsEndpoint | typeof OAuthCallbackEndpoint, query: object): Deed =>
  ({ app, read, modify, http, persistence }, user) =>
    new Endpoint(app).get(
      { user, headers: credential, query } as unknown as IApiRequest,
      {} as IApiEndpointInfo,
      read,
      modify,
      http,
      persistence,
    );
const madeUp = (): string => MADE_UP;
const foreignOne = (foreign: string): string => foreign;

/** What can be done, and how many documents come of doing it again and again within a minute. */
const deeds: Array<[string, Deed, number]> = [
  ['a session named in chat', types(ID), 1],
  ['a session and a code in one line', types(`${ID} --code 731946`), 1],
  ['a search', types('find os:windows'), 1],
  ['a person named', types('@pat'), 1],
  ['the form', types(''), 1],
  ['connecting', types('connect'), 1],
  ['connecting without a dialog', types('connect', undefined), 1],
  // Its one entry, and the note that ends what is under way.
  ['disconnecting', types('disconnect'), 2],
  ['the status', types('status'), 0],
  ['the help', types('help'), 0],
  ['a line that cannot be read', types('--code=731946'), 0],
  ['a word that is none', types('hunter2!'), 0],
  ['submitting a made-up step', submits(madeUp), 1],
  ['submitting a step of somebody else', submits(foreignOne), 1],
  ['closing a made-up dialog', closes(madeUp), 0],
  ['closing a dialog of somebody else', closes(foreignOne), 0],
  ['going on with a made-up step', clicks(ACTION.goOn, madeUp), 1],
  ['going on with a step of somebody else', clicks(ACTION.goOn, foreignOne), 1],
  ['connecting for a made-up step', clicks(ACTION.connect, madeUp), 1],
  ['another code for a step of somebody else', clicks(ACTION.sendAgain, foreignOne), 1],
  ['the menu of a message', menu, 1],
  ['one session by API', posts(LogoutSessionEndpoint, { sessionId: ID }), 1],
  ['many sessions by API', posts(LogoutManyEndpoint, { sessionIds: [ID] }), 1],
  ['all of a person by API', posts(LogoutAllEndpoint, { userId: 'u1' }), 1],
  ['everything of a person by API', posts(LogoutEverythingEndpoint, { userId: 'u1' }), 1],
  ['the list by API', gets(ListSessionsEndpoint, {}), 1],
  ['a made-up return from the consent page', gets(OAuthCallbackEndpoint, { state: 's'.repeat(43), code: 'c' }), 0],
];

beforeEach(() =>
  jest.useFakeTimers({ now: Date.parse('2026-03-01T10:00:00Z'), doNotFake: ['setImmediate', 'nextTick'] }),
);
afterEach(() => jest.useRealTimers());

const documents = ({ persistence }: World): number => (JSON.parse(persistence.dump()) as unknown[]).length;

async function storedBy(user: IUser, deed: Deed, world = engineWorld()): Promise<number> {
  world.users.set(user.id, user);
  const foreign = await world.keep();
  const before = documents(world);
  for (let time = 0; time < TIMES; time++) {
    jest.setSystemTime(Date.now() + 1);
    await deed(world, user, foreign);
  }
  return documents(world) - before;
}

describe(`done ${TIMES} times by somebody without an allowed role`, () => {
  test.each(deeds)('%s', async (_name, deed, most) => {
    expect(await storedBy(stranger, deed)).toBe(most);
  });
});

describe(`done ${TIMES} times by somebody whose account is deactivated`, () => {
  test.each(deeds)('%s', async (name, deed, most) => {
    expect(await storedBy(leaver, deed)).toBe(name === 'the status' ? 1 : most);
  });
});

describe(`done ${TIMES} times by somebody who is locked out`, () => {
  test.each(deeds)('%s', async (name, deed, most) => {
    const world = engineWorld();
    const { codeAttempts } = world.ports;
    await sendIncorrect(5, 'u9', codeAttempts);
    const lockedOut = { ...stranger, roles: ['admin'] } as IUser;
    expect(await storedBy(lockedOut, deed, world)).toBe(name === 'the status' ? 1 : most);
    expect(world.sent).toEqual([]);
  });
});

test('all refusals are counted', async () => {
  const world = engineWorld();
  await storedBy(stranger, types(ID), world);
  expect(await world.recorded()).toEqual([expect.objectContaining({ callerId: 'u9', times: TIMES })]);
});

test('codes of somebody whose role is gone stay few, and no more are stored', async () => {
  const world = engineWorld();
  await sendIncorrect(4, 'u9', world.ports.codeAttempts);
  expect(await storedBy(stranger, posts(LogoutSessionEndpoint, { sessionId: ID }), world)).toBe(1);
});
