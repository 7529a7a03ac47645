import type { ReactElement } from 'react';
import { type ClientGeneration, COMMON_HABITS } from '../../client/generations';

/** What this client does differently from the others, and what all of them do that one would not expect. */
export function ClientHabits({ generation }: { readonly generation: ClientGeneration }): ReactElement {
  return (
    <div className="habits">
      <ul aria-label={`What Rocket.Chat ${generation.name} does differently`}>
        {generation.differences.map((difference) => (
          <li key={difference}>{difference}</li>
        ))}
      </ul>
      <details>
        <summary>What all clients do</summary>
        <ul>
          {COMMON_HABITS.map((habit) => (
            <li key={habit}>{habit}</li>
          ))}
        </ul>
      </details>
    </div>
  );
}
