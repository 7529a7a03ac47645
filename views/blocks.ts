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
