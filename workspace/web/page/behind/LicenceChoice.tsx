import type { ReactElement } from 'react';
import { LICENCES, type Licence } from '../../../state/licence';
import { api } from '../api';

const NAMES: ReadonlyMap<Licence, string> = new Map<Licence, string>([
  [true, 'With device management'],
  ['gone', 'It had one, which has ended'],
  ['never', 'It never had one'],
  ['other', 'One without device management'],
]);

/** Which licence the workspace has: without device management in it, it ends no sessions. */
export function LicenceChoice({ licence }: { readonly licence: Licence }): ReactElement {
  return (
    <div className="choice">
      <label htmlFor="licence">Licence of the workspace</label>
      <select
        id="licence"
        value={String(licence)}
        onChange={({ target }) => void api.chooseLicence(LICENCES[target.selectedIndex])}
      >
        {LICENCES.map((one) => (
          <option key={String(one)} value={String(one)}>
            {NAMES.get(one)}
          </option>
        ))}
      </select>
    </div>
  );
}
