import type { ReactElement, ReactNode } from 'react';

interface PanelProps {
  readonly title: string;
  readonly children?: ReactNode;
}

/** One thing behind the scenes, under its name. */
export function Panel({ title, children }: PanelProps): ReactElement {
  return (
    <section className="panel" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Said where there is nothing to show yet. */
export const Nothing = ({ children }: { readonly children: ReactNode }): ReactElement => (
  <p className="panel__nothing">{children}</p>
);
