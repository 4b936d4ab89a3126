import type { AppEvent, Topic } from '../../shared/contract/index.ts';
import type { Clock } from './ports.ts';

/** How long changes are gathered before the windows hear of them, in milliseconds. */
const gatherMs = 16;

export type Events = {
  /** Hears every event; answers the function that stops listening. */
  on(listener: (event: AppEvent) => void): () => void;
  /** Says what has changed; call it after the commit. Changes close together become one event. */
  changed(...topics: readonly Topic[]): void;
  emit(event: AppEvent): void;
};

/** The core's way to tell windows, tray and notifier that something is new. */
export function createEvents(clock: Clock): Events {
  const listeners = new Set<(event: AppEvent) => void>();
  const waiting = new Map<string, Topic>();
  const emit = (event: AppEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const flush = (): void => {
    const topics = [...waiting.values()];
    waiting.clear();
    emit({ name: 'changed', topics });
  };
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    changed(...topics) {
      if (topics.length === 0) return;
      if (waiting.size === 0) clock.schedule(gatherMs, flush);
      for (const topic of topics) waiting.set(`${topic.area}:${topic.key ?? ''}`, topic);
    },
    emit,
  };
}
