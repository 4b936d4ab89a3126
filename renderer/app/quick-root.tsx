import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { QuickTextForm } from '../features/quick-text/quick-text.tsx';
import { UiProvider } from '../ui/ui-provider.tsx';
import { ask } from './bridge.ts';
import styles from './card-root.module.css';
import { ErrorBoundary } from './error-boundary.tsx';
import { createQueryClient } from './query-client.ts';
import { useAppearance } from './use-appearance.ts';
import { useEvents } from './use-events.ts';
import { useFit } from './use-fit.ts';
import { useHandOver } from './use-hand-over.ts';

/** The small window for a text. */
export function QuickRoot() {
  const [client] = useState(createQueryClient);
  return (
    <ErrorBoundary>
      <QueryClientProvider client={client}>
        <UiProvider>
          <QuickPage />
        </UiProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

function QuickPage() {
  // Where to go is for the main window to know.
  useEvents(ignore);
  useAppearance();
  useHandOver();
  const quick = useQuery({
    queryKey: ['quick'],
    // TanStack Query takes no undefined for an answer.
    queryFn: async () => (await ask('quick.get', undefined)) ?? null,
  }).data;
  const content = useRef<HTMLDivElement>(null);
  useFit(content, quick ?? undefined, 'quick.fit');
  if (!quick) return null;
  return (
    <div className={styles.page}>
      <div ref={content}>
        <QuickTextForm key={quick.id} quick={quick} />
      </div>
    </div>
  );
}

function ignore(): void {
  // Nothing to follow here.
}
