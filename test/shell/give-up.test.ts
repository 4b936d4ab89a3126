import { expect, it, vi } from 'vitest';
import { giveUp } from '../../main/shell/give-up.ts';
import { createFakeLog } from './support/fakes.ts';

const fake = vi.hoisted(() => ({ shown: [] as string[], ended: [] as number[] }));

vi.mock('electron', () => ({
  app: { exit: (code: number) => fake.ended.push(code) },
  dialog: { showErrorBox: (title: string) => fake.shown.push(title) },
}));

it('says once that Sidetone has to close, whatever goes wrong on the way', () => {
  const log = createFakeLog();
  giveUp(new Error('first'), log);
  giveUp(new Error('second'), log);
  expect(fake).toEqual({ shown: [expect.any(String)], ended: [1] });
  expect(log.lines).toHaveLength(1);
});
