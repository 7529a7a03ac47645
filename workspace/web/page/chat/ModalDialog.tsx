import { Box, Button, Modal } from '@rocket.chat/fuselage';
import { type FormEvent, type ReactElement, useEffect, useRef } from 'react';
import type { FooterButton, View } from '../../client/interactions';
import { SurfaceContext } from '../uikit/context';
import { Markup } from '../uikit/Markup';
import type { Surfaces } from '../uikit/useSurfaces';
import type { Client } from '../useClient';
import { useModalFocus } from './useModalFocus';
import { useModalState } from './useModalState';

interface ModalDialogProps {
  readonly initialView: View;
  readonly client: Client;
  readonly surfaces: Surfaces;
  readonly icon?: string;
}

/** A modal of an app (Rocket.Chat apps/meteor/client/views/modal/uikit/ModalBlock.tsx). */
export function ModalDialog({ initialView, client, surfaces, icon }: ModalDialogProps): ReactElement {
  const modal = useRef<HTMLElement>(null);
  const { view, errors, context, submit, close } = useModalState(initialView, client);
  useModalFocus(modal, { view, errors });
  useEscape(client);

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    submit();
  };
  const onBackdrop = ({ target, currentTarget }: { target: unknown; currentTarget: unknown }): void => {
    if (target === currentTarget) {
      client.dismissModal();
    }
  };
  return (
    <Box className="rcx-modal__backdrop" onMouseDown={onBackdrop}>
      <SurfaceContext.Provider value={context}>
        <Modal open ref={modal} role="dialog" aria-modal="true" aria-labelledby="modal-title">
          <Modal.Header>
            {view.showIcon && icon !== undefined ? <Modal.Thumb url={icon} alt="" /> : null}
            <Modal.Title id="modal-title">
              <Text {...view.title} />
            </Modal.Title>
            <Modal.Close tabIndex={-1} aria-label="×" onClick={() => close(true)} />
          </Modal.Header>
          <Modal.Content>
            <Box is="form" method="post" action="#" onSubmit={onSubmit}>
              {surfaces.modal(view.blocks)}
            </Box>
          </Modal.Content>
          <Modal.Footer>
            <Modal.FooterControllers>
              {view.close && (
                <Button danger={isDanger(view.close)} onClick={() => close(false)}>
                  <Text {...view.close.text} />
                </Button>
              )}
              {view.submit && (
                <Button primary={!isDanger(view.submit)} danger={isDanger(view.submit)} onClick={submit}>
                  <Text {...view.submit.text} />
                </Button>
              )}
            </Modal.FooterControllers>
          </Modal.Footer>
        </Modal>
      </SurfaceContext.Provider>
    </Box>
  );
}

const isDanger = ({ style }: FooterButton): boolean => style === 'danger';

const Text = ({ type, text }: { type: string; text: string }): ReactElement =>
  type === 'mrkdwn' ? <Markup text={text} /> : <>{text}</>;

/** Esc dismisses the modal; the app is not told. */
function useEscape({ dismissModal }: Client): void {
  const dismiss = useRef(dismissModal);
  dismiss.current = dismissModal;
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape') {
        dismiss.current();
      }
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
}
