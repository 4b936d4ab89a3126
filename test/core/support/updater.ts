import type { Updater } from '../../../main/core/ports.ts';
import type { UpdateState } from '../../../shared/model/updates.ts';

/** An updater that a test leads through its states; it notes what it was asked. */
export type FakeUpdater = Updater & {
  readonly asked: string[];
  become(state: UpdateState): void;
  /** What the next search comes to. */
  finds: UpdateState;
};

export function createFakeUpdater(canUpdate = true): FakeUpdater {
  const listeners = new Set<() => void>();
  const asked: string[] = [];
  let state: UpdateState = { name: 'idle', checkedAt: undefined };
  let later: number | undefined;
  const become = (next: UpdateState): void => {
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    canUpdate,
    asked,
    become,
    finds: { name: 'idle', checkedAt: 0 },
    get: () => state,
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    check(channel) {
      asked.push(`check ${channel}`);
      // What is ready is not looked for again.
      if (state.name === 'ready') return Promise.resolve();
      become(this.finds);
      return Promise.resolve();
    },
    install: () => void asked.push('install'),
    getLater: () => later,
    setLater(until) {
      later = until;
    },
  };
}
