import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { applyChanges } from './query-client.ts';
import { followRoute } from './ui-store.ts';

/** Listens to main for as long as the window is open. */
export function useEvents(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      window.bridge.on((event) => {
        switch (event.name) {
          case 'changed':
            return applyChanges(client, event.topics);
          case 'navigate':
            return followRoute(event.to);
        }
      }),
    [client],
  );
}
