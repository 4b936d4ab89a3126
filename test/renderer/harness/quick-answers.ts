import type { QuietView } from '../../../shared/model/notifications.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

/** The window for a text, and whether notifications keep quiet. */
export function quickAnswers(world: FakeWorld, touch: () => void): Answers {
  const quiet = (): QuietView => world.quiet ?? { own: undefined, server: false };
  return {
    'notifications.get-quiet': () => ok(quiet()),
    'notifications.set-quiet': ({ until }: { readonly until?: number | null }) => {
      const own = until === undefined ? undefined : { until: until ?? undefined };
      world.quiet = { ...quiet(), own };
      touch();
      return ok(quiet());
    },
    'notifications.set-in-front': () => ok(),
    'app.note-place': () => ok(),
    'notifications.test': () => ok(),
    'quick.get': () => ok(world.quick),
    'quick.close': () => {
      world.quick = undefined;
      touch();
      return ok();
    },
    'quick.fit': () => ok(),
    'quick.get-shortcut': () => ok(world.quickShortcut ?? world.shortcut),
    'quick.set-shortcut': ({ accelerator }: { readonly accelerator: string | null }) => {
      world.quickShortcut = {
        ...world.shortcut,
        accelerator: accelerator ?? undefined,
        standing: accelerator === null ? 'off' : 'on',
      };
      return ok(world.quickShortcut);
    },
  };
}
