import { useMemo } from 'react';
import type { ClientGeneration } from '../../client/generations';
import { surfacesOf } from './renderers';

export type Surfaces = ReturnType<typeof surfacesOf>;

export function useSurfaces(generation: ClientGeneration): Surfaces {
  return useMemo(() => surfacesOf(generation), [generation]);
}
