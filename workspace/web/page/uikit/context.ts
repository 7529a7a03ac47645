import { kitContext } from '@rocket.chat/fuselage-ui-kit';
import type { BlockContext } from '@rocket.chat/ui-kit';
import { type Context, createContext, type ReactElement, type ReactNode } from 'react';
import type { ClientGeneration } from '../../client/generations';
import type { FieldErrors, ViewElement } from '../../client/interactions';
import type { Values } from '../../client/values';

/** What an element tells its surface: with `action` the app, with `state` the surface alone. */
export interface ElementChange {
  readonly actionId: string;
  readonly appId?: string;
  readonly blockId?: string;
  readonly value?: unknown;
  readonly dispatchActionConfig?: readonly string[];
}

export interface SurfaceContextValue {
  readonly action: (change: ElementChange) => Promise<void>;
  readonly state: (change: ElementChange) => void;
  readonly appId: string;
  readonly viewId?: string;
  readonly values: Values;
  readonly errors?: FieldErrors;
}

/** The package's own context, with the types that its clients really use it with. */
export const SurfaceContext = kitContext as unknown as Context<SurfaceContextValue>;

/** Which client draws. */
export const GenerationContext = createContext<ClientGeneration | undefined>(undefined);

export interface TextLike {
  readonly type?: string;
  readonly text?: string;
}

/** The drawing side of the package, as far as it is used here. */
export interface Renderer {
  allowedLayoutBlockTypes: Set<string>;
  render(blocks: readonly unknown[], conditions: object): ReactElement[];
  renderTextObject(text: unknown, index: number, context: BlockContext): ReactNode;
  renderContextBlockElement(element: unknown, index: number): ReactNode;
  renderInputBlockElement(element: unknown, index: number): ReactNode;
  renderActionsBlockElement(element: unknown, index: number): ReactNode;
  text(text: unknown, context?: BlockContext, index?: number): ReactNode;
  [type: string]: unknown;
}

/** What a component of an element gets. */
export interface ElementProps<Block extends object = ViewElement> {
  readonly block: Block;
  readonly context: BlockContext;
  readonly surfaceRenderer: Renderer;
}
