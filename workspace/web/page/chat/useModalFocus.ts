import { type RefObject, useEffect, useRef } from 'react';
import type { OpenView } from '../../client/openView';

const FOCUSABLE = [
  'a[href]',
  'input:not([disabled])',
  'select',
  'textarea:not([disabled])',
  'button:not([disabled])',
  '[tabindex]',
]
  .map((selector) => `${selector}:not([tabindex="-1"])`)
  .join(', ');
const INVALID = 'input:invalid, textarea:invalid, select:invalid';

/** None while the modal is out of sight: on a phone, while one looks at what is behind the scenes. */
const elementsIn = (modal: HTMLElement | null): HTMLElement[] =>
  [...(modal?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])].filter((one) => one.getClientRects().length > 0);

/**
 * Where the focus goes, as in Rocket.Chat's ModalBlock: on opening to the first element; after errors to the first wrong
 * field, where the client marks one; after an update that took the focused element away to the first again; and after
 * closing back to where it was. Tab does not leave the modal.
 */
export function useModalFocus(modal: RefObject<HTMLElement>, { view, errors }: OpenView): void {
  const before = useRef(document.activeElement);
  useEffect(() => {
    const wrong = modal.current?.querySelector<HTMLElement>(INVALID);
    (errors === undefined ? elementsIn(modal.current)[0] : wrong)?.focus();
  }, [modal, errors]);
  useEffect(() => {
    if (!modal.current?.contains(document.activeElement)) {
      elementsIn(modal.current)[0]?.focus();
    }
  }, [modal, view]);
  useEffect(() => {
    const { current } = before;
    return () => (current instanceof HTMLElement ? current.focus() : undefined);
  }, []);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const elements = elementsIn(modal.current);
      if (event.key !== 'Tab' || elements.length === 0) {
        return;
      }
      const [edge, other] = event.shiftKey ? [elements[0], elements.at(-1)] : [elements.at(-1), elements[0]];
      if (document.activeElement === edge || !modal.current?.contains(document.activeElement)) {
        event.preventDefault();
        other?.focus();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [modal]);
}
