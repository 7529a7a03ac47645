import { CheckBox, InputBox, ToggleSwitch } from '@rocket.chat/fuselage';
import { messageParser, UiKitMessage, UiKitModal } from '@rocket.chat/fuselage-ui-kit';
import { BlockContext } from '@rocket.chat/ui-kit';
import { cloneElement, type ComponentType, type ReactElement } from 'react';
import type { ClientGeneration } from '../../client/generations';
import type { ViewBlock, ViewElement } from '../../client/interactions';
import { CalloutBlock, ContextBlock, InputBlock } from './blocks';
import { RadioElement, TogglesElement } from './ChoiceElements';
import type { ElementProps, Renderer, TextLike } from './context';
import { Markup } from './Markup';
import { PeopleElement } from './PeopleElement';
import { PressElement } from './PressElement';
import { useElement } from './useElement';

// The package on npm stopped in April 2023. What clients draw since is added to it here, and what they draw differently.

type Draw = (this: Renderer, block: never, context: BlockContext, index: number) => ReactElement | null;

/** Elements differ in what their blocks hold; nothing else is known of them here. */
const asElement = (component: ComponentType<never>, extra: object = {}): Draw => {
  const Component = component as unknown as ComponentType<ElementProps>;
  return function (block: ViewElement, context, index) {
    return context === BlockContext.BLOCK ? null : (
      <Component key={block.actionId ?? index} {...{ block, context, surfaceRenderer: this }} {...extra} />
    );
  };
};

const asBlock = (Component: ComponentType<{ block: ViewBlock; surfaceRenderer: Renderer }>): Draw =>
  function (block: ViewBlock, context, index) {
    const key = block.element?.actionId ?? index;
    return context === BlockContext.BLOCK ? <Component key={key} block={block} surfaceRenderer={this} /> : null;
  };

function TimeElement({ block, context }: ElementProps): ReactElement {
  const { value, loading, error, change } = useElement(block, context);
  const shown = value ?? (block.initialTime as string | undefined);
  return (
    <InputBox
      type="time"
      id={block.actionId}
      error={error}
      value={shown}
      disabled={loading}
      onInput={({ currentTarget }) => change({ target: currentTarget as HTMLInputElement })}
    />
  );
}

const DRAWN: Readonly<Record<string, Draw>> = {
  mrkdwn: ({ text }: TextLike, context, index) =>
    context === BlockContext.BLOCK || !text ? null : <Markup key={index} text={text} />,
  button: asElement(PressElement),
  checkbox: asElement(TogglesElement, { as: CheckBox }),
  toggle_switch: asElement(TogglesElement, { as: ToggleSwitch }),
  radio_button: asElement(RadioElement),
  time_picker: asElement(TimeElement),
  input: asBlock(InputBlock),
  context: asBlock(ContextBlock),
  callout: asBlock(CalloutBlock),
};

const IN_MESSAGES = ['actions', 'context', 'divider', 'image', 'input', 'section', 'preview'];
const IN_MODALS = [...IN_MESSAGES, 'callout'];

/** Draws the blocks that this surface may have; others are silently left out. */
function rendererOf(allowed: readonly string[], { drawsElements }: ClientGeneration): Renderer {
  const Base = Object.getPrototypeOf(messageParser) as { constructor: new () => Renderer };
  const renderer = Object.assign(new Base.constructor(), DRAWN);
  for (const type of drawsElements) {
    renderer[type] = asElement(PeopleElement);
  }
  renderer.allowedLayoutBlockTypes = new Set(allowed);
  return renderer;
}

type DrawBlocks = (blocks: readonly ViewBlock[]) => ReactElement;

const on =
  (surface: typeof UiKitModal, renderer: Renderer): DrawBlocks =>
  (blocks) =>
    cloneElement(surface([]), {}, renderer.render(blocks, { engine: 'rocket.chat' }));

/** How this client draws an app's blocks. */
export function surfacesOf(generation: ClientGeneration): { readonly modal: DrawBlocks; readonly message: DrawBlocks } {
  return {
    modal: on(UiKitModal, rendererOf(IN_MODALS, generation)),
    message: on(UiKitMessage, rendererOf(IN_MESSAGES, generation)),
  };
}
