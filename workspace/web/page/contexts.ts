import { createContext } from 'react';
import type { PersonView, RoomView } from '../shared/views';

export const PeopleContext = createContext<readonly PersonView[]>([]);
export const RoomsContext = createContext<readonly RoomView[]>([]);
