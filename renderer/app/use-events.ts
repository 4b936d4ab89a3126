import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { gatherChanges } from './changes.ts';
import { applyChanges } from './query-client.ts';
import { followRoute } from './ui-store.ts';

/** Listens to main for as long as the window is open. */
export function useEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    const change = gatherChanges((topics) => applyChanges(client, topics));
    return window.bridge.on((event) => {
      switch (event.name) {
        case 'changed':
          return change(event.topics);
        case 'navigate':
          return followRoute(event.to);
      }
    });
  }, [client]);
}
