import { Box, Callout, Field } from '@rocket.chat/fuselage';
import { BlockContext } from '@rocket.chat/ui-kit';
import { type ReactElement, type ReactNode, useContext, useMemo } from 'react';
import type { ViewBlock, ViewElement } from '../../client/interactions';
import { GenerationContext, type Renderer, type TextLike } from './context';
import { useElement } from './useElement';

interface BlockProps {
  readonly block: ViewBlock;
  readonly surfaceRenderer: Renderer;
}

/**
 * A field with its label, hint and error. Before 6.12 a hint goes to the page as the object it is, which React refuses.
 * Labels of text fields are bound to them, as in later clients, so that they can be found by them.
 */
export function InputBlock({ block, surfaceRenderer }: BlockProps): ReactElement {
  const generation = useContext(GenerationContext);
  const element = useMemo(
    () => ({ ...block.element, blockId: block.element?.blockId ?? block.blockId }) as ViewElement,
    [block],
  );
  const { error } = useElement(element, BlockContext.FORM);
  const hint = block.hint as TextLike | undefined;
  return (
    <Field>
      {block.label !== undefined && (
        <Field.Label htmlFor={element.actionId}>
          {surfaceRenderer.renderTextObject(block.label, 0, BlockContext.NONE)}
        </Field.Label>
      )}
      <Field.Row>{surfaceRenderer.renderInputBlockElement(element, 0)}</Field.Row>
      {error !== undefined && <Field.Error>{error}</Field.Error>}
      {hint !== undefined && (
        <Field.Hint>{generation?.crashesOnHints ? (hint as unknown as ReactNode) : hint.text}</Field.Hint>
      )}
    </Field>
  );
}

/** Small and grey, side by side. */
export function ContextBlock({ block, surfaceRenderer }: BlockProps): ReactElement {
  return (
    <Box display="flex" alignItems="center" margin={-4}>
      {(block.elements ?? []).map((element, i) => {
        const shown = surfaceRenderer.renderContextBlockElement({ ...element, blockId: block.blockId }, i);
        return element.type === 'image' ? (
          shown
        ) : (
          <Box key={i} is="span" fontScale="c1" color="hint" margin={4}>
            {shown}
          </Box>
        );
      })}
    </Box>
  );
}

type CalloutBlockData = ViewBlock & {
  readonly title?: TextLike;
  readonly text?: TextLike;
  readonly variant?: 'info' | 'danger' | 'warning' | 'success';
  readonly accessory?: ViewElement;
};

export function CalloutBlock({ block, surfaceRenderer }: BlockProps): ReactElement {
  const generation = useContext(GenerationContext);
  const { title, text, variant, accessory } = block as CalloutBlockData;
  const own = accessory && { ...accessory, blockId: accessory.blockId ?? block.blockId };
  return (
    <Callout type={variant} title={title?.text}>
      {surfaceRenderer.renderTextObject(text, 0, BlockContext.NONE)}
      {own && generation?.drawsCalloutAccessories && (
        <Box mbs={8}>{surfaceRenderer.renderActionsBlockElement(own, 0)}</Box>
      )}
    </Callout>
  );
}
