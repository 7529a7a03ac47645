import { languageOf } from '../../../views/texts/languages';
import { ACTION } from '../../../views/ids';
import { expectThat } from '../expectations';
import { CouldNotTry } from '../outcomes';
import { TEXTS } from '../texts';
import type { World } from '../world';
import { consent } from './consent';
import { buttonIn, codeFieldIn, submitCode, untilCodeIsAsked, untilMessage } from './views';
import type { WebClient } from './webClient';

const { EXPECTED } = TEXTS;
/** The languages that the app speaks. */
const TAGS = ['en', 'pt-BR', 'es', 'de'];

/** The client of the one who ends sessions, who is connected: that is undone at the end unless it was so before. */
export async function connected(world: World): Promise<WebClient> {
  const client = await world.chat();
  if (world.wasConnected !== undefined) {
    return client;
  }
  if (!saysOneOf(await statusOf(client), 'chat:not-connected')) {
    world.wasConnected = true;
    return client;
  }
  await client.types('connect');
  const dialog = await client.until(() => client.dialog, TEXTS.anOpenDialog);
  const link = buttonIn(dialog, ACTION.consent)?.url;
  expectThat(typeof link === 'string', EXPECTED.consentLink, client.lastShown());
  const seen = client.messages.length;
  world.undo.add(TEXTS.madeConnection, () => disconnect(client));
  await consent(link, world.caller.login);
  await untilMessage(client, seen);
  await client.leaveDialog();
  expectThat(!saysOneOf(await statusOf(client), 'chat:not-connected'), EXPECTED.connected, client.lastShown());
  world.wasConnected = false;
  return client;
}

/** @throws CouldNotTry where the app takes no passwords in chat, which is its default */
export async function methodInChat(world: World) {
  const method = await world.caller.secondFactor();
  if (method === 'password') {
    throw new CouldNotTry(TEXTS.noPasswordInChat);
  }
  return method;
}

/** Types a command that opens a dialog, and waits until that asks for a code. */
export async function opensDialog(client: WebClient, line: string): Promise<void> {
  const seen = client.messages.length;
  await client.types(line);
  await untilCodeIsAsked(client, seen);
}

export async function disconnect(client: WebClient): Promise<void> {
  const seen = client.messages.length;
  await client.types('disconnect');
  await untilMessage(client, seen);
}

/** What `/logout-session status` says. */
export async function statusOf(client: WebClient): Promise<string> {
  const seen = client.messages.length;
  await client.types('status');
  return (await untilMessage(client, seen)).msg ?? '';
}

/** The app speaks the person's language, which is not asked for. */
export function saysOneOf(text: string, key: 'chat:role-allowed' | 'chat:not-connected'): boolean {
  return TAGS.some((tag) => text.includes(languageOf(tag).t(key)));
}

/** Types an incorrect code into the open dialog, which must ask again. */
export async function tryIncorrectCode(world: World, client: WebClient): Promise<void> {
  const method = await methodInChat(world);
  const seen = client.messages.length;
  const field = codeFieldIn(client.requireDialog())?.actionId;
  await submitCode(client, await world.incorrectCode(method));
  await untilCodeIsAsked(client, seen, field);
}
