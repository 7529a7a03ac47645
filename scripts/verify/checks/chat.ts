import { setTimeout as pause } from 'timers/promises';
import { ACTION } from '../../../views/ids';
import { shown } from '../../remote/texts';
import { connected, disconnect, methodInChat, opensDialog, saysOneOf, statusOf, tryIncorrectCode } from '../chat/steps';
import { buttonIn, requireField, submitCode, untilMessage, type WithBlocks } from '../chat/views';
import type { WebClient } from '../chat/webClient';
import type { Check } from '../check';
import { expectThat } from '../expectations';
import { CouldNotTry } from '../outcomes';
import { TEXTS } from '../texts';
import type { World } from '../world';
import { expectEnded } from './endpoint/logout';
import { type Attempt, attemptOn, everything, requireAlive } from './refusals';

const { TITLES, EXPECTED } = TEXTS;
/** How long everything may take to end, once the code is sent, and how often that is looked at. */
const ENDED_WITHIN_MS = 15_000;
const LOOK_AGAIN_MS = 500;

/** What people do in chat, over the socket that their clients use. */
export const chatChecks: readonly Check[] = [
  {
    id: 'chat.status',
    title: TITLES.chatStatus,
    async run(world) {
      const said = await statusOf(await world.chat());
      expectThat(saysOneOf(said, 'chat:role-allowed'), EXPECTED.roleAllowed, shown(said));
    },
  },
  {
    id: 'chat.no-role',
    title: TITLES.chatNoRole,
    async run(world) {
      const test = await world.requireTestPersonWithoutRole();
      // A login that a client resumes has a session: that of a session here, so that the other is never listed.
      const session = await world.sessionIfListed();
      const attempt = await anything(world);
      const client = await world.startChat((session ?? test).login);
      await client.types(attempt.line);
      await untilMessage(client, 0);
      expectThat(client.dialog === undefined, EXPECTED.noDialog, client.lastShown());
      await requireAlive(attempt);
      client.close();
    },
  },
  {
    id: 'chat.connect',
    title: TITLES.chatConnect,
    async run(world) {
      await connected(world);
      if (world.wasConnected) {
        throw new CouldNotTry(TEXTS.connectedBefore);
      }
    },
  },
  {
    id: 'chat.dialog',
    title: TITLES.chatDialog,
    async run(world) {
      const client = await connected(world);
      const session = await world.session();
      const method = await methodInChat(world);
      await opensDialog(client, `${session.sessionId} ${TEXTS.reason}`);
      await tryIncorrectCode(world, client);
      expectThat(await session.isAlive(), EXPECTED.sessionLives, EXPECTED.sessionEnded);
      world.ended(session);
      await submitCode(client, await world.caller.codes.typedOf(method));
      await expectEnded(session);
      await client.until(() => (client.dialog === undefined ? true : undefined), EXPECTED.noDialog);
    },
  },
  {
    id: 'chat.search',
    title: TITLES.chatSearch,
    async run(world) {
      const client = await connected(world);
      const [chosen, other] = await world.sessions(2);
      const { username } = world.targets.person;
      const method = await methodInChat(world);
      await opensDialog(client, `@${username} ${TEXTS.reason}`);
      await submitCode(client, await world.caller.codes.typedOf(method));
      await untilChoice(client);
      const { element, blockId } = requireField(client, ACTION.sessions);
      const offered = (element.options as ReadonlyArray<{ value: string }> | undefined) ?? [];
      expectThat(
        offered.some(({ value }) => value === chosen.sessionId),
        EXPECTED.offered,
        String(offered.length),
      );
      client.fill(element, method === 'email' ? chosen.sessionId : [chosen.sessionId], blockId);
      world.ended(chosen);
      await submitCode(client, await world.caller.codes.typedOf(method));
      await expectEnded(chosen);
      expectThat(await other.isAlive(), EXPECTED.otherLives, EXPECTED.otherEnded);
    },
  },
  {
    id: 'chat.one-line',
    title: TITLES.chatOneLine,
    async run(world) {
      const client = await connected(world);
      const method = await methodInChat(world);
      if (method !== 'totp') {
        throw new CouldNotTry(TEXTS.onlyWithApp);
      }
      const session = await world.session();
      const code = await world.caller.codes.of(method);
      world.ended(session);
      await client.types(`${session.sessionId} --code ${code} --reason "${TEXTS.reason}"`);
      await expectEnded(session);
    },
  },
];

/** What chat offers where single sessions cannot be shown. Everything of the test person ends. */
export const everythingInChatCheck: Check = {
  id: 'chat.everything',
  title: TITLES.chatEverything,
  async run(world) {
    if ((await world.sessionIfListed()) !== undefined) {
      throw new CouldNotTry(TEXTS.hasLicence);
    }
    const client = await connected(world);
    const attempt = await everything(world);
    const method = await methodInChat(world);
    await opensDialog(client, `@${world.targets.person.username} ${TEXTS.reason}`);
    await tryIncorrectCode(world, client);
    await requireAlive(attempt);
    attempt.ended();
    await submitCode(client, await world.caller.codes.typedOf(method));
    await untilGone(attempt);
    await client.until(() => (client.dialog === undefined ? true : undefined), EXPECTED.noDialog);
  },
};

/** A dialog closes, or says that it takes long, before everything has ended. */
async function untilGone(attempt: Attempt): Promise<void> {
  const deadline = Date.now() + ENDED_WITHIN_MS;
  while (await attempt.isAlive()) {
    expectThat(Date.now() < deadline, EXPECTED.tokenDead, EXPECTED.tokenLives);
    await pause(LOOK_AGAIN_MS);
  }
}

/** The last of the chat: what comes later would have to connect again. */
export const disconnectCheck: Check = {
  id: 'chat.disconnect',
  title: TITLES.chatDisconnect,
  async run(world) {
    const client = await connected(world);
    if (world.wasConnected) {
      throw new CouldNotTry(TEXTS.connectedBefore);
    }
    await disconnect(client);
    const attempt = await anything(world);
    const seen = client.messages.length;
    await client.types(attempt.line);
    const isOffered = (shown: WithBlocks): boolean => buttonIn(shown, ACTION.connect) !== undefined;
    const offer = (): WithBlocks | undefined =>
      [...(client.dialog ? [client.dialog] : []), ...client.messages.slice(seen)].find(isOffered);
    await client.until(offer, EXPECTED.connectFirst);
    await requireAlive(attempt);
    const said = await statusOf(client);
    expectThat(saysOneOf(said, 'chat:not-connected'), EXPECTED.notConnected, shown(said));
  },
};

/** A session of the test person where there is a licence, otherwise everything of theirs, and how it is named in a line. */
async function anything(world: World): Promise<Attempt & { line: string }> {
  const session = await world.sessionIfListed();
  return session === undefined
    ? { ...(await everything(world)), line: `@${world.targets.person.username}` }
    : { ...attemptOn(world, session), line: session.sessionId };
}

/** The dialog of what was found opens by itself a moment later. */
async function untilChoice(client: WebClient): Promise<void> {
  const isOpen = (): true | undefined =>
    client.dialog?.blocks.some(({ element }) => element?.actionId === ACTION.sessions) ? true : undefined;
  await client.until(isOpen, EXPECTED.choice);
}
