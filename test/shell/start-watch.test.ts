import { describe, expect, it } from 'vitest';
import type { ShellState } from '../../main/shell/shell-state.ts';
import { noteStart, watchStart } from '../../main/shell/start-watch.ts';
import { createFakeClock } from './support/fakes.ts';

const createMemory = () => {
  let state = {} as ShellState;
  return {
    get: () => state,
    set: (changes: Partial<ShellState>) => {
      state = { ...state, ...changes };
    },
  };
};

type Memory = ReturnType<typeof createMemory>;

function startWell(memory: Memory, version: string): number | undefined {
  const goesBack = noteStart(memory, version, 1);
  watchStart(memory, createFakeClock()).proveNow();
  return goesBack;
}

describe('the watch over starts', () => {
  it('takes the archive back once, after two failed starts of a new version', () => {
    const memory = createMemory();
    startWell(memory, '1.0.0');
    const starts = [20, 30, 40, 50, 60].map((now) => noteStart(memory, '1.1.0', now));
    // To a copy that was made since the first of them.
    expect(starts).toEqual([undefined, undefined, 20, undefined, undefined]);
  });

  it('never takes it back of a first installation, or of a version that has worked', () => {
    const memory = createMemory();
    const first = Array.from({ length: 4 }, () => noteStart(memory, '1.0.0', 2));
    startWell(memory, '1.1.0');
    const later = Array.from({ length: 4 }, () => noteStart(memory, '1.1.0', 3));
    expect(new Set([...first, ...later])).toEqual(new Set([undefined]));
  });

  it('counts a start as one that works when it has lasted', () => {
    const memory = createMemory();
    const clock = createFakeClock();
    startWell(memory, '1.0.0');
    noteStart(memory, '1.1.0', 2);
    const watch = watchStart(memory, clock);
    clock.turn(60_000);
    expect(memory.get().starts?.isProven).toBe(false);
    watch.prove();
    clock.turn(20_000);
    expect(memory.get().starts?.isProven).toBe(true);
  });
});
