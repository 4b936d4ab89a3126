import { QueryClientProvider } from '@tanstack/react-query';
import { Fragment, StrictMode, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { UiProvider } from '../ui/ui-provider.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { createQueryClient } from './query-client.ts';
import { useAppearance } from './use-appearance.ts';
import { beginLanguage, useLanguage } from './use-language.ts';

/** Draws one of our pages. */
export function openPage(content: ReactNode): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('the page has no root');
  beginLanguage();
  createRoot(root).render(
    <StrictMode>
      <Page>{content}</Page>
    </StrictMode>,
  );
}

/** What every page has around it. */
function Page({ children }: { readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <UiProvider>
          <Look>{children}</Look>
        </UiProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

/** Theme, density and language, as the settings say. */
function Look({ children }: { readonly children: ReactNode }) {
  useAppearance();
  return <Fragment key={useLanguage()}>{children}</Fragment>;
}
