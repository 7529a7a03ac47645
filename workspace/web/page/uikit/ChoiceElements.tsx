import { Box, CheckBox, RadioButton, ToggleSwitch } from '@rocket.chat/fuselage';
import { BlockContext } from '@rocket.chat/ui-kit';
import { type ChangeEvent, type ReactElement, useContext, useState } from 'react';
import type { ViewElement } from '../../client/interactions';
import { type ElementProps, SurfaceContext, type TextLike } from './context';
import { useElement } from './useElement';

interface Option {
  readonly value: string;
  readonly text: TextLike;
}
type ChoiceBlock = ViewElement & { readonly options: readonly Option[]; readonly initialOptions?: readonly Option[] };
type Control = typeof CheckBox | typeof RadioButton | typeof ToggleSwitch;

/** One of several. The label is not bound to its button, as in Rocket.Chat: a click on it does nothing. */
export function RadioElement(props: ElementProps<ChoiceBlock>): ReactElement {
  const { value, loading, change } = useElement(props.block, props.context);
  return <Choices {...props} as={RadioButton} loading={loading} isChosen={(one) => one === value} onChange={change} />;
}

/**
 * Several of several. What is chosen is kept in the element alone: the app is told the last option clicked, as a string,
 * whether it was switched on or off.
 */
export function TogglesElement({ as, ...props }: ElementProps<ChoiceBlock> & { readonly as: Control }): ReactElement {
  const { block, context } = props;
  const { action, state, appId, values } = useContext(SurfaceContext);
  const [loading, setLoading] = useState(false);
  const [value, setValue] = useState<unknown>(
    () => values[block.actionId ?? '']?.value ?? block.initialOptions?.map((option) => option.value),
  );
  const dispatches =
    context === BlockContext.SECTION ||
    context === BlockContext.ACTION ||
    (block.dispatchActionConfig as string[] | undefined)?.includes('on_item_selected');
  const change = async ({ target }: { target: { value: string } }): Promise<void> => {
    const told = { actionId: block.actionId ?? '', blockId: block.blockId, value: target.value, appId };
    state(told);
    if (!dispatches) {
      setValue(target.value);
      return;
    }
    setValue(Array.isArray(value) ? toggled(value as string[], target.value) : target.value);
    setLoading(true);
    await action(told);
    setLoading(false);
  };
  const isChosen = (one: string): boolean => (value as string[] | string | undefined)?.includes(one) ?? false;
  return <Choices {...props} as={as} loading={loading} isChosen={isChosen} onChange={(event) => void change(event)} />;
}

function toggled(all: readonly string[], one: string): string[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one];
}

interface ChoicesProps extends ElementProps<ChoiceBlock> {
  readonly as: Control;
  readonly loading: boolean;
  readonly isChosen: (value: string) => boolean;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
}

function Choices({ block, surfaceRenderer, as: Control, loading, isChosen, onChange }: ChoicesProps): ReactElement {
  return (
    <Box>
      {block.options.map(({ value, text }) => (
        <Box key={value} pb={4}>
          <Control
            disabled={loading}
            value={value}
            checked={isChosen(value)}
            onChange={onChange}
            aria-label={text.text}
          />
          <Box is="span" pis={8}>
            {surfaceRenderer.renderTextObject(text, 0, BlockContext.NONE)}
          </Box>
        </Box>
      ))}
    </Box>
  );
}
