import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { UiProvider } from '../ui/ui-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { createQueryClient } from './query-client.ts';
import { Root } from './root.tsx';

/** The window. */
export function App() {
  const [client] = useState(createQueryClient);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <UiProvider>
          <Root />
        </UiProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}
