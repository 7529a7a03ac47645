import { MultiSelectFiltered, SelectFiltered } from '@rocket.chat/fuselage';
import { type ReactElement, useContext } from 'react';
import type { ViewElement } from '../../client/interactions';
import { PeopleContext, RoomsContext } from '../contexts';
import type { ElementProps, TextLike } from './context';
import { useElement } from './useElement';

/** Chooses people, by their usernames, or rooms, by their IDs. In a real client what is typed is looked up. */
export function PeopleElement({ block, context }: ElementProps<ViewElement>): ReactElement {
  const people = useContext(PeopleContext);
  const rooms = useContext(RoomsContext);
  const options: Array<[string, string]> = block.type.includes('users')
    ? people.map(({ username, name }) => [username, `${name} (${username})`])
    : rooms.map(({ id, name }) => [id, name]);
  const placeholder = (block.placeholder as TextLike | undefined)?.text;
  const multiple = block.type.startsWith('multi_');
  const { value, loading, change } = useElement<string & string[]>(block, context);
  const shared = { options, placeholder, disabled: loading };
  return multiple ? (
    <MultiSelectFiltered {...shared} value={value ?? []} onChange={(chosen) => change({ target: { value: chosen } })} />
  ) : (
    <SelectFiltered {...shared} value={value} onChange={(chosen) => change({ target: { value: chosen } })} />
  );
}
