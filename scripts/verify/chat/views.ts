import { ACTION, BLOCK } from '../../../views/ids';
import type { ViewBlock, ViewElement } from '../../../workspace/web/client/interactions';
import { Failed } from '../outcomes';
import { TEXTS } from '../texts';
import type { ShownMessage, WebClient } from './webClient';

export interface WithBlocks {
  readonly blocks?: readonly ViewBlock[];
}

/** The button with this action, in a message or a dialog. */
export function buttonIn({ blocks = [] }: WithBlocks, actionId: string): ViewElement | undefined {
  return blocks.flatMap(({ elements = [] }) => elements).find((element) => element.actionId === actionId);
}

/** The field for the code: another one after every try. */
export function codeFieldIn({ blocks = [] }: WithBlocks): ViewElement | undefined {
  return blocks.find(({ blockId, element }) => blockId === BLOCK.code && element !== undefined)?.element;
}

/** The field with this action. @throws Failed when the open dialog has none */
export function requireField(client: WebClient, actionId: string): { element: ViewElement; blockId?: string } {
  const found = client.requireDialog().blocks.find(({ element }) => element?.actionId === actionId);
  if (found?.element === undefined) {
    throw new Failed(TEXTS.aField(actionId), client.lastShown());
  }
  return { element: found.element, blockId: found.blockId };
}

/** Types a code into the open dialog, and presses its button. */
export async function submitCode(client: WebClient, code: string): Promise<void> {
  const field = codeFieldIn(client.requireDialog());
  if (field === undefined) {
    throw new Failed(TEXTS.aCodeField, client.lastShown());
  }
  client.fill(field, code, BLOCK.code);
  await client.submit();
}

/**
 * Waits for the dialog that asks for a code: at once, or behind the button of a message, as before 6.8 after a submit.
 *
 * @param seen how many messages there were before the step
 * @param otherThan the field of the code of the step before
 */
export async function untilCodeIsAsked(client: WebClient, seen: number, otherThan?: string): Promise<void> {
  const asked = (): true | undefined => {
    const field = client.dialog && codeFieldIn(client.dialog);
    return field !== undefined && field.actionId !== otherThan ? true : undefined;
  };
  const way = (): 'dialog' | { message: ShownMessage; button: ViewElement } | undefined => {
    if (asked()) {
      return 'dialog';
    }
    for (const message of client.dialog === undefined ? client.messages.slice(seen) : []) {
      const button = buttonIn(message, ACTION.goOn);
      if (button !== undefined) {
        return { message, button };
      }
    }
    return undefined;
  };
  const found = await client.until(way, TEXTS.aCodeQuestion);
  if (found !== 'dialog') {
    await client.press(found.message, found.button);
    await client.until(asked, TEXTS.aCodeQuestion);
  }
}

/** Waits for a message after so many. */
export function untilMessage(client: WebClient, seen: number): Promise<ShownMessage> {
  return client.until(() => client.messages[seen], TEXTS.aMessageOfTheApp);
}
