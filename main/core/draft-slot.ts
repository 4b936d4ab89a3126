import type { Clock } from './ports.ts';

/** How long a file that was read waits in memory for the user's word. */
const lifeMs = 30 * 60_000;

/** Holds the one file that was read last, until it is used, another is read, or it has waited too long. */
export type DraftSlot<Draft> = {
  hold(id: string, draft: Draft): void;
  get(id: string): Draft | undefined;
  /**
   * Uses it: taken out before `work`, so that what is asked for twice at once is done once, and put back
   * when `work` rejects. Undefined when it is no longer held.
   */
  use<T>(id: string, work: (draft: Draft) => Promise<T>): Promise<T> | undefined;
  drop(): void;
};

/** Builds an empty one. */
export function createDraftSlot<Draft>(clock: Pick<Clock, 'schedule'>): DraftSlot<Draft> {
  type Held = { readonly id: string; readonly draft: Draft; readonly callOff: () => void };
  let held: Held | undefined;

  const drop = (): void => {
    held?.callOff();
    held = undefined;
  };
  const hold = (id: string, draft: Draft): void => {
    drop();
    const callOff = clock.schedule(lifeMs, () => {
      if (held?.id === id) held = undefined;
    });
    held = { id, draft, callOff };
  };
  const run = async <T>(taken: Held, work: (draft: Draft) => Promise<T>): Promise<T> => {
    try {
      return await work(taken.draft);
    } catch (error) {
      if (held === undefined) hold(taken.id, taken.draft);
      throw error;
    }
  };
  return {
    hold,
    get: (id) => (held?.id === id ? held.draft : undefined),
    use(id, work) {
      if (held?.id !== id) return undefined;
      const taken = held;
      drop();
      return run(taken, work);
    },
    drop,
  };
}
