import type { PushView } from '../../../shared/model/session.ts';
import type { Push, PushHint } from '../../../main/core/ringcentral/api.ts';

/** Push as a test plays it; off until it is told otherwise. */
export type FakePush = Push & {
  become(view: PushView): void;
  /** Something may be new at RingCentral. */
  hint(hint: PushHint): void;
  /** How often somebody pressed to connect now. */
  retries: number;
};

/** Starts one that is off. */
export function createFakePush(): FakePush {
  const changeListeners = new Set<() => void>();
  const hintListeners = new Set<(hint: PushHint) => void>();
  let view: PushView = { state: 'off' };
  const push: FakePush = {
    retries: 0,
    become(next) {
      view = next;
      for (const listener of changeListeners) listener();
    },
    hint(hint) {
      for (const listener of hintListeners) listener(hint);
    },
    getState: () => view,
    onChange(listener) {
      changeListeners.add(listener);
      return () => changeListeners.delete(listener);
    },
    onHint(listener) {
      hintListeners.add(listener);
      return () => hintListeners.delete(listener);
    },
    retry() {
      push.retries += 1;
    },
  };
  return push;
}
