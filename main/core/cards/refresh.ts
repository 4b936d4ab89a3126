import { isDeepStrictEqual } from 'node:util';
import type { CardsDeps } from './deps.ts';
import { lookUp, lookUpBrief } from './look-up.ts';
import type { CardFace, Entry, Stack } from './stack.ts';

const minuteMs = 60_000;

export type Refresher = {
  start(): void;
  stop(): void;
  /** Looks up again what the standing cards say; asked for meanwhile, it is done once more. */
  refresh(): void;
};

/** Keeps what cards say true while they stand: each minute too, for the time of the other side. */
export function createRefresher(deps: CardsDeps, stack: Stack): Refresher {
  const { clock } = deps;
  let state: 'idle' | 'busy' | 'busy-and-wanted' = 'idle';
  let isStopped = false;
  let cancelMinute = (): void => undefined;

  const refreshAll = async (): Promise<void> => {
    for (const entry of stack.list()) {
      const face = await lookUpAgain(deps, entry);
      const now = stack.get(entry.id);
      // It may have become the card of a call meanwhile.
      if (isStopped || face === undefined || now?.face !== entry.face) continue;
      if (!isDeepStrictEqual(face, entry.face)) stack.change(entry.id, { face });
    }
  };
  const refresh = (): void => {
    if (state !== 'idle') {
      state = 'busy-and-wanted';
      return;
    }
    state = 'busy';
    void refreshAll().finally(() => {
      const isWanted = state === 'busy-and-wanted';
      state = 'idle';
      if (isWanted && !isStopped) refresh();
    });
  };
  const waitForMinute = (): void => {
    cancelMinute = clock.schedule(minuteMs - (clock.now() % minuteMs), () => {
      refresh();
      waitForMinute();
    });
  };
  return {
    start: waitForMinute,
    stop() {
      isStopped = true;
      cancelMinute();
    },
    refresh,
  };
}

async function lookUpAgain(deps: CardsDeps, entry: Entry): Promise<CardFace | undefined> {
  const { face, proposed, source } = entry;
  if (face?.kind === 'incoming') {
    return { ...face, brief: await lookUpBrief(deps, face.call) };
  }
  const isLookedUp = face?.kind === 'proposal' || face?.kind === 'group-text';
  if (!isLookedUp || proposed === undefined || source === undefined) return undefined;
  return lookUp(deps, { proposed, source, asked: entry.asked });
}
