import { useCallback, useMemo, useRef, useState } from 'react';
import { ActionManager } from '../client/actionManager';
import type { ClientGeneration } from '../client/generations';
import type { ServerInteraction, UserInteraction } from '../client/interactions';
import { ModalSlot, type OpenModal } from '../client/modalSlot';
import type { SlashCommand } from '../client/slashCommand';
import { Triggers } from '../client/triggers';
import type { LoginView } from '../shared/views';
import { api } from './api';

export interface Toast {
  readonly id: number;
  readonly message: string;
}

type ModalListener = (interaction: ServerInteraction) => void;

/** The web client of one tab, as far as an app meets it. */
export interface Client {
  readonly generation: ClientGeneration;
  readonly modal?: OpenModal;
  readonly toasts: readonly Toast[];
  readonly emit: (appId: string, interaction: UserInteraction) => Promise<void>;
  readonly receive: (interaction: ServerInteraction) => void;
  readonly runCommand: (command: SlashCommand, params: string, roomId: string) => Promise<void>;
  readonly dismissModal: () => void;
  /** Hands a modal on the screen what comes for it. @returns ends it */
  readonly listen: (viewId: string, listener: ModalListener) => () => void;
  readonly toast: (message: string) => void;
  readonly closeToast: (id: number) => void;
}

let lastToast = 0;

export function useClient(login: LoginView, generation: ClientGeneration): Client {
  const [modal, setModal] = useState<OpenModal>();
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const listeners = useRef(new Map<string, ModalListener>());

  const toast = useCallback((message: string) => {
    lastToast += 1;
    const one = { id: lastToast, message };
    setToasts((all) => [...all, one]);
  }, []);
  const closeToast = useCallback((id: number) => setToasts((all) => all.filter((one) => one.id !== id)), []);
  const actions = useMemo(() => {
    const triggers = new Triggers(
      () => crypto.randomUUID(),
      () => performance.now(),
    );
    const modals = new ModalSlot(setModal);
    const manager = new ActionManager(generation, {
      triggers,
      modals,
      toast,
      post: (appId, interaction) => api.interact(login, appId, interaction),
      emit: (viewId, interaction) => listeners.current.get(viewId)?.(interaction),
    });
    return {
      emit: (appId: string, interaction: UserInteraction) => manager.emitInteraction(appId, interaction),
      receive: (interaction: ServerInteraction) => manager.handle(interaction),
      dismissModal: () => modals.dismiss(),
      listen: (viewId: string, listener: ModalListener) => {
        listeners.current.set(viewId, listener);
        return () => void listeners.current.delete(viewId);
      },
      async runCommand({ command, appId }: SlashCommand, params: string, roomId: string) {
        await api.runCommand(login, { command, params, roomId, triggerId: triggers.make(appId) });
      },
    };
  }, [generation, login, toast]);

  return useMemo(
    () => ({ ...actions, generation, modal, toasts, toast, closeToast }),
    [actions, generation, modal, toasts, toast, closeToast],
  );
}
