/**
 * What goes between the app and a client: the JSON of Rocket.Chat's UiKit, as far as a client looks at it.
 */

export interface TextObject {
  readonly type: 'plain_text' | 'mrkdwn';
  readonly text: string;
}

/** An element of a block. The fields are what the app chose to send: nothing but `type` can be relied on. */
export interface ViewElement {
  readonly type: string;
  readonly actionId?: string;
  readonly blockId?: string;
  readonly [field: string]: unknown;
}

export interface ViewBlock {
  readonly type: string;
  readonly blockId?: string;
  readonly elements?: readonly ViewElement[];
  readonly element?: ViewElement;
  readonly [field: string]: unknown;
}

/** A button in the footer of a modal. */
export interface FooterButton {
  readonly text: TextObject;
  readonly style?: string;
}

/** A modal as the app sent it. `null` for a button removes one that was there; a field that is absent changes nothing. */
export interface View {
  readonly id: string;
  readonly appId?: string;
  readonly title: TextObject;
  readonly blocks: readonly ViewBlock[];
  readonly submit?: FooterButton | null;
  readonly close?: FooterButton | null;
  readonly showIcon?: boolean;
  readonly [field: string]: unknown;
}

/** By action id. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What the app says to a client: as the answer to an interaction, or on its own. */
export interface ServerInteraction {
  readonly type?: string;
  readonly triggerId?: string;
  readonly appId?: string;
  readonly viewId?: string;
  readonly view?: View;
  readonly errors?: FieldErrors;
}

/** What a person did, as the client posts it to `/api/apps/ui.interaction/<app id>`. */
export type UserInteraction =
  | {
      readonly type: 'blockAction';
      readonly actionId: string;
      readonly payload: { readonly blockId?: string; readonly value?: unknown };
      readonly container: { readonly type: 'view' | 'message'; readonly id: string };
      readonly rid?: string;
      readonly mid?: string;
    }
  | {
      readonly type: 'actionButton';
      readonly actionId: string;
      readonly payload: { readonly context: string };
      readonly rid: string;
      readonly mid: string;
    }
  | { readonly type: 'viewSubmit'; readonly viewId: string; readonly payload: { readonly view: SubmittedView } }
  | {
      readonly type: 'viewClosed';
      readonly payload: { readonly viewId: string; readonly view: SubmittedView; readonly isCleared: boolean };
    };

/** The client's own copy of the view, with what was typed into it. */
export type SubmittedView = View & { readonly state: ViewState };

/** Block id → action id → value. */
export type ViewState = Readonly<Record<string, Readonly<Record<string, unknown>>>>;
