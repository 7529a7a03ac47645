/** What a person's client was shown, as far as the tests look at it. */

export interface Element {
  readonly type: string;
  readonly actionId?: string;
  readonly value?: string;
  readonly url?: string;
  readonly text?: { readonly text: string };
  readonly initialValue?: string;
}

export interface Block {
  readonly type: string;
  readonly blockId: string;
  readonly text?: { readonly text: string };
  readonly label?: { readonly text: string };
  readonly element?: Element;
  readonly elements?: readonly Element[];
  readonly optional?: boolean;
}

/** A modal. */
export interface View {
  readonly id: string;
  readonly title: { readonly text: string };
  readonly blocks: readonly Block[];
  readonly submit?: Element;
  readonly close?: Element;
  readonly notifyOnClose?: boolean;
}

/** A message that only one person sees. */
export interface ShownMessage {
  readonly kind: 'message';
  readonly text: string;
  readonly blocks?: readonly Block[];
  readonly roomId: string;
  readonly threadId?: string;
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

/** The button of a message or a modal with this action. @throws Error when there is none */
export function buttonOf({ blocks = [] }: { readonly blocks?: readonly Block[] }, actionId: string): Element {
  const found = blocks.flatMap(({ elements = [] }) => elements).find((element) => element.actionId === actionId);
  if (found === undefined) {
    throw new Error(`there is no button "${actionId}" in ${JSON.stringify(blocks)}`);
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

/** Everything a modal says apart from its fields and buttons. */
export function sentencesOf({ blocks }: View): string[] {
  return blocks.flatMap(({ type, text }) => (type === 'section' && text ? [text.text] : []));
}
