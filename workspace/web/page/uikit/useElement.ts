import { useUiKitState } from '@rocket.chat/fuselage-ui-kit';
import type { BlockContext } from '@rocket.chat/ui-kit';
import type { ViewElement } from '../../client/interactions';

/** The package's own hook, with the types of elements that it does not know. */
export function useElement<T = string>(
  element: ViewElement,
  context: BlockContext,
): {
  readonly value: T | undefined;
  readonly loading: boolean;
  readonly error?: string;
  readonly change: (event: { readonly target: { readonly value: unknown } }) => void;
} {
  const [{ value, loading, error }, change] = useUiKitState(element as never, context) as unknown as [
    { value: T | undefined; loading: boolean; error?: string },
    (event: object) => void,
  ];
  return { value, loading, error, change };
}
