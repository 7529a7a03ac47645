import { Box, Button } from '@rocket.chat/fuselage';
import { Component, type ReactNode } from 'react';

/** What people see when a view crashes the page, as some clients do with some views. */
export class CrashBoundary extends Component<{ readonly children?: ReactNode }, { readonly error?: Error }> {
  override state: { readonly error?: Error } = {};

  static getDerivedStateFromError(error: Error): { readonly error: Error } {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) {
      return this.props.children;
    }
    return (
      <main className="notice" role="alert">
        <Box is="h1" fontScale="h2">
          The page crashed
        </Box>
        <p>So would this client of Rocket.Chat with what the app has just sent.</p>
        <pre>{error.message}</pre>
        <Button primary onClick={() => location.reload()}>
          Reload
        </Button>
      </main>
    );
  }
}
