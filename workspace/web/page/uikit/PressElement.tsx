import { Button, Throbber } from '@rocket.chat/fuselage';
import { BlockContext } from '@rocket.chat/ui-kit';
import type { MouseEvent, ReactElement } from 'react';
import type { ViewElement } from '../../client/interactions';
import type { ElementProps } from './context';
import { useElement } from './useElement';

const STYLES = ['primary', 'danger', 'success', 'warning'];

/**
 * A button. The package's own one takes the value from whatever was clicked, and loses it with this version of Fuselage,
 * whose buttons have an element inside.
 */
export function PressElement({ block, context, surfaceRenderer }: ElementProps<ViewElement>): ReactElement {
  const { loading, change } = useElement(block, context);
  const { text, url, value, style, secondary } = block as ViewElement & Record<string, string | undefined>;
  const styles = Object.fromEntries(STYLES.map((name) => [name, name === style]));
  const link = url === undefined ? { value } : { is: 'a' as const, target: '_blank', href: url, rel: 'noopener' };
  const press = ({ currentTarget }: MouseEvent<HTMLButtonElement>): void => change({ target: currentTarget });
  return (
    <Button
      small
      minWidth="4ch"
      disabled={loading}
      secondary={Boolean(secondary)}
      onClick={press}
      {...styles}
      {...(link as object)}
    >
      {loading ? <Throbber inheritColor /> : surfaceRenderer.renderTextObject(text, 0, BlockContext.NONE)}
    </Button>
  );
}
