import { failure } from '../../../shared/failure.ts';
import type { ShortcutView } from '../../../shared/model/links.ts';
import { fail, ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

/** Keys that another program of this computer has. */
export const takenKeys = 'Control+Alt+T';

/** A computer with X11, where one combination is another program's. */
export const noShortcut: ShortcutView = {
  accelerator: undefined,
  standing: 'off',
  session: 'x11',
  reads: ['selection', 'clipboard'],
};

/** Keys that are anybody's are had at once. */
export function shortcutAnswers(world: FakeWorld): Answers {
  return {
    'shortcut.get': () => ok(world.shortcut),
    'shortcut.set': ({ accelerator }: { readonly accelerator: string | null }) => {
      if (accelerator === takenKeys) return fail(failure('conflict', 'shortcut.taken'));
      world.shortcut = {
        ...world.shortcut,
        accelerator: accelerator ?? undefined,
        standing: accelerator === null ? 'off' : 'on',
      };
      return ok(world.shortcut);
    },
  };
}
