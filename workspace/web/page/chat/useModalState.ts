import { useEffect, useReducer, useRef, useState } from 'react';
import type { UserInteraction, View } from '../../client/interactions';
import { afterAnswer, type OpenView } from '../../client/openView';
import { initialValues, stateOf, type Values, withValue } from '../../client/values';
import type { ElementChange, SurfaceContextValue } from '../uikit/context';
import type { Client } from '../useClient';

/** How long after the last key a field that dispatches tells the app. */
const TYPING_MS = 700;

interface ModalState extends OpenView {
  readonly context: SurfaceContextValue;
  readonly submit: () => void;
  /** @param isCleared × and not the close button */
  readonly close: (isCleared: boolean) => void;
}

/** A modal from its opening on: the view with its updates, its errors, and what was typed (client/uikit/hooks). */
export function useModalState(initialView: View, client: Client): ModalState {
  const [open, receive] = useReducer(afterAnswer, { view: initialView });
  const [values, setValues] = useState<Values>(() => initialValues(initialView.blocks));
  const typing = useRef<number>();
  const { view, errors } = open;
  const { appId = '', id } = view;

  const { listen, emit, generation } = client;

  useEffect(() => listen(initialView.id, receive), [listen, initialView.id]);
  useEffect(() => () => window.clearTimeout(typing.current), []);

  const send = (interaction: UserInteraction): Promise<void> => emit(appId, interaction);
  const action = ({ actionId, blockId, value, dispatchActionConfig }: ElementChange): Promise<void> => {
    const payload = { blockId, value };
    const interaction: UserInteraction = { type: 'blockAction', actionId, payload, container: { type: 'view', id } };
    window.clearTimeout(typing.current);
    if (dispatchActionConfig?.includes('on_character_entered')) {
      typing.current = window.setTimeout(() => void send(interaction), TYPING_MS);
      return Promise.resolve();
    }
    return send(interaction);
  };
  const state = ({ actionId, value, blockId }: ElementChange): void =>
    setValues((all) => withValue(all, actionId, value, blockId));
  const submitted = () => ({ ...view, state: stateOf(values) });

  return {
    view,
    errors,
    submit: () => void send({ type: 'viewSubmit', viewId: id, payload: { view: submitted() } }),
    close: (isCleared) => void send({ type: 'viewClosed', payload: { viewId: id, view: submitted(), isCleared } }),
    context: {
      action,
      state,
      appId,
      viewId: id,
      values,
      errors: generation.showsFieldErrors ? errors : undefined,
    },
  };
}
