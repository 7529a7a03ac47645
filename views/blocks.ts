import type {
  ActionsBlock,
  ButtonElement,
  CalloutBlock,
  ContextBlock,
  InputBlock,
  LayoutBlock,
  SectionBlock,
} from '@rocket.chat/ui-kit';

/** The blocks the app uses, of the layout language of Rocket.Chat's UiKit. */
export type Block = LayoutBlock;

interface Ids {
  readonly appId: string;
  readonly blockId: string;
}

export function section(text: string, ids: Ids): SectionBlock {
  return { type: 'section', text: { type: 'mrkdwn', text }, ...ids } as SectionBlock;
}

/** A section whose text is shown as it is, whatever stands in it. */
export function plainSection(text: string, ids: Ids): SectionBlock {
  return { type: 'section', text: { type: 'plain_text', text }, ...ids } as SectionBlock;
}

/** A section whose text is shown as it is, with a button at its side. */
export function sectionWithButton(text: string, accessory: ButtonElement, ids: Ids): SectionBlock {
  return { type: 'section', text: { type: 'plain_text', text }, accessory, ...ids } as SectionBlock;
}

/** Small and grey. */
export function context(text: string, ids: Ids): ContextBlock {
  return { type: 'context', elements: [{ type: 'plain_text', text }], ...ids } as ContextBlock;
}

/** A text that cannot be overlooked. Only dialogs have it. */
export function callout(text: string, ids: Ids): CalloutBlock {
  return { type: 'callout', text: { type: 'plain_text', text }, variant: 'danger', ...ids } as CalloutBlock;
}

export function button(
  text: string,
  options: {
    readonly actionId: string;
    readonly value?: string;
    readonly url?: string;
    readonly style?: 'primary' | 'danger';
  },
  ids: Ids,
): ButtonElement {
  return { type: 'button', text: { type: 'plain_text', text }, ...options, ...ids } as ButtonElement;
}

export function actions(elements: ButtonElement[], ids: Ids): ActionsBlock {
  return { type: 'actions', elements, ...ids } as ActionsBlock;
}

export function textInput(
  label: string,
  options: {
    readonly actionId: string;
    readonly initialValue?: string;
    readonly multiline?: boolean;
    readonly optional?: boolean;
  },
  ids: Ids,
): InputBlock {
  const { optional = false, initialValue, ...element } = options;
  const filled = initialValue === undefined ? {} : { initialValue };
  return {
    type: 'input',
    label: { type: 'plain_text', text: label },
    element: { type: 'plain_text_input', ...element, ...filled, ...ids },
    optional,
    ...ids,
  } as InputBlock;
}

/** What a person can choose, with the text for people. */
export interface Choosable {
  readonly text: string;
  readonly value: string;
}

/** One of a few, all of them seen at once. */
export function radio(
  label: string,
  {
    actionId,
    options,
    initial,
  }: { readonly actionId: string; readonly options: Choosable[]; readonly initial: string },
  ids: Ids,
): InputBlock {
  const offered = options.map(optionOf);
  const initialOption = offered.find(({ value }) => value === initial);
  return inputOf(label, { type: 'radio_button', actionId, options: offered, initialOption }, ids);
}

/** One of many, or `several` of them. The text of an option is shown as it is. */
export function select(
  label: string,
  {
    several,
    initial,
    ...element
  }: {
    readonly actionId: string;
    readonly options: Choosable[];
    readonly several: boolean;
    readonly initial: readonly string[];
    readonly placeholder: string;
  },
  ids: Ids,
): InputBlock {
  const { actionId, options, placeholder } = element;
  const initialValue = several ? [...initial] : initial[0];
  return inputOf(
    label,
    {
      type: several ? 'multi_static_select' : 'static_select',
      actionId,
      placeholder: { type: 'plain_text', text: placeholder },
      options: options.map(optionOf),
      ...(initial.length > 0 && { initialValue }),
    },
    ids,
  );
}

function inputOf(label: string, element: object, ids: Ids): InputBlock {
  return {
    type: 'input',
    label: { type: 'plain_text', text: label },
    element: { ...element, ...ids },
    ...ids,
  } as InputBlock;
}

function optionOf({ text, value }: Choosable): { text: { type: 'plain_text'; text: string }; value: string } {
  return { text: { type: 'plain_text', text }, value };
}
