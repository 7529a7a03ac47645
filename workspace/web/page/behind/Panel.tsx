import type { ReactElement, ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** One thing behind the scenes, under its name; it can be folded up. */
export function Panel({ title, children }: PanelProps): ReactElement {
  return (
    <section aria-label={title}>
      <details className="panel" open>
        <summary>
          <h2>{title}</h2>
        </summary>
        <div className="panel__content">{children}</div>
      </details>
    </section>
  );
}

/** Said where there is nothing to show yet. */
export const Nothing = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <p className="panel__nothing">{children}</p>
);
