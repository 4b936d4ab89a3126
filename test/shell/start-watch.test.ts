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

function startWell(memory: Memory, version: string): boolean {
  const goesBack = noteStart(memory, version);
  watchStart(memory, createFakeClock()).proveNow();
  return goesBack;
}

describe('the watch over starts', () => {
  it('takes the archive back once, after two failed starts of a new version', () => {
    const memory = createMemory();
    startWell(memory, '1.0.0');
    const starts = Array.from({ length: 5 }, () => noteStart(memory, '1.1.0'));
    expect(starts).toEqual([false, false, true, false, false]);
  });

  it('never takes it back of a first installation, or of a version that has worked', () => {
    const memory = createMemory();
    const first = Array.from({ length: 4 }, () => noteStart(memory, '1.0.0'));
    expect(first).not.toContain(true);
    startWell(memory, '1.1.0');
    const later = Array.from({ length: 4 }, () => noteStart(memory, '1.1.0'));
    expect(later).not.toContain(true);
  });

  it('counts a start as one that works when it has lasted', () => {
    const memory = createMemory();
    const clock = createFakeClock();
    startWell(memory, '1.0.0');
    noteStart(memory, '1.1.0');
    const watch = watchStart(memory, clock);
    clock.turn(60_000);
    expect(memory.get().starts?.isProven).toBe(false);
    watch.prove();
    clock.turn(20_000);
    expect(memory.get().starts?.isProven).toBe(true);
  });
});
