import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { gatherChanges } from './changes.ts';
import { applyChanges } from './query-client.ts';
import type { Route } from '../../shared/model/app.ts';
import { openPart } from './actions/store.ts';
import { followRoute } from './follow-route.ts';

/** Listens to main for as long as the window is open; `follow` goes where main wants the user. */
export function useEvents(follow: (to: Route) => void = followRoute): void {
  const client = useQueryClient();
  useEffect(() => {
    const change = gatherChanges((topics) => applyChanges(client, topics));
    return window.bridge.on((event) => {
      switch (event.name) {
        case 'changed':
          return change(event.topics);
        case 'navigate':
          return follow(event.to);
        case 'open':
          return openPart(event.part);
      }
    });
  }, [client, follow]);
}
