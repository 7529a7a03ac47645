/** What a person's client was shown, as far as the tests look at it. */

export interface Element {
  readonly type: string;
  readonly style?: string;
  readonly actionId?: string;
  readonly value?: string;
  readonly url?: string;
  readonly text?: { readonly text: string };
  readonly initialValue?: string;
  readonly initialOption?: Option;
  readonly options?: readonly Option[];
}

/** What can be chosen. */
export interface Option {
  readonly text: { readonly text: string };
  readonly value: string;
}

export interface Block {
  readonly type: string;
  readonly blockId: string;
  readonly text?: { readonly type?: string; readonly text: string };
  readonly label?: { readonly text: string };
  readonly element?: Element;
  readonly elements?: readonly Element[];
  /** Beside the text. */
  readonly accessory?: Element;
  readonly optional?: boolean;
}

/** A modal. */
export interface View {
  readonly id: string;
  readonly title: { readonly text: string };
  readonly blocks: readonly Block[];
  /** An update says null to take the button away. */
  readonly submit?: Element | null;
  readonly close?: Element;
}

/** A message that only one person sees. */
export interface ShownMessage {
  readonly kind: 'message';
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly roomId: string;
  readonly threadId?: string;
  /** The username of whoever posted it for all to see. */
  readonly sender?: string;
}

/** A modal that was opened or changed, or errors at its fields. */
export interface ShownModal {
  readonly kind: 'modal';
  /** As the answer to the client's own request, or over its socket. */
  readonly channel: 'response' | 'notification';
  readonly type: 'modal.open' | 'modal.update' | 'errors';
  readonly view?: View;
  readonly viewId?: string;
  readonly errors?: Readonly<Record<string, string>>;
}

export type Delivery = ShownMessage | ShownModal;

/** Every button in the blocks of a message or a modal. */
export function buttonsOf({ blocks = [] }: { readonly blocks?: readonly Block[] }): Element[] {
  return blocks
    .flatMap(({ elements = [], accessory }) => (accessory ? [...elements, accessory] : elements))
    .filter(({ type }) => type === 'button');
}

/** The button of a message or a modal with this action. @throws Error when there is none */
export function buttonOf(where: { readonly blocks?: readonly Block[] }, actionId: string): Element {
  const found = buttonsOf(where).find((element) => element.actionId === actionId);
  if (found === undefined) {
    throw new Error(`there is no button "${actionId}" in ${JSON.stringify(where.blocks)}`);
  }
  return found;
}

/** What a modal asks for: its fields by block ID, each with its label. */
export function fieldsOf({ blocks }: View): Record<string, string> {
  const inputs = blocks.filter(({ type }) => type === 'input');
  return Object.fromEntries(inputs.map(({ blockId, label }) => [blockId, String(label?.text)]));
}

/** What is filled in already in a field of a modal. */
export function filledIn({ blocks }: View, blockId: string): string | undefined {
  return blocks.find((block) => block.blockId === blockId)?.element?.initialValue;
}

/** The action ID under which a client sends what is typed into a field. @throws Error when there is no such field */
export function fieldIn({ blocks }: View, blockId: string): string {
  const actionId = blocks.find((block) => block.blockId === blockId)?.element?.actionId;
  if (actionId === undefined) {
    throw new Error(`there is no field "${blockId}" in ${JSON.stringify(blocks)}`);
  }
  return actionId;
}

/** The block with the field of this action. @throws Error when there is none */
export function blockOf({ blocks }: View, actionId: string): Block {
  const found = blocks.find(({ element }) => element?.actionId === actionId);
  if (found === undefined) {
    throw new Error(`there is no field "${actionId}" in ${JSON.stringify(blocks)}`);
  }
  return found;
}

/** What can be chosen in a field, as a person reads it, by its value. */
export function optionsIn(view: View, actionId: string): Record<string, string> {
  const { options = [] } = blockOf(view, actionId).element ?? {};
  return Object.fromEntries(options.map(({ text, value }) => [value, text.text]));
}

/** What a modal says was wrong with what was submitted; undefined when it says nothing of the kind. */
export function problemIn({ blocks }: View): string | undefined {
  return blocks.find(({ type }) => type === 'callout')?.text?.text;
}

/** Everything a modal says apart from its fields and buttons. */
export function sentencesOf({ blocks }: View): string[] {
  return blocks.flatMap(({ type, text }) => (type === 'section' && text ? [text.text] : []));
}
