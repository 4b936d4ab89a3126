import { useEffect } from 'react';
import { call } from './bridge.ts';
import { useUi } from './ui-store.ts';

/** Tells main which conversation the window shows: no notification is needed of that one. */
export function useInFront(): void {
  const threadId = useUi((ui) =>
    ui.screen === 'messages' && ui.compose === undefined ? ui.threadId : undefined,
  );
  useEffect(() => {
    void call('notifications.set-in-front', threadId === undefined ? {} : { threadId });
  }, [threadId]);
}
