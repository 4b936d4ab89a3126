import type { UpdateView } from '../../../shared/model/updates.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

/** Newer versions, as the world has them. */
export function updateAnswers(world: FakeWorld): Answers {
  const view = (): UpdateView => ({
    version: '1.0.0',
    canUpdate: true,
    state: { name: 'idle', checkedAt: undefined },
    obstacle: undefined,
    laterUntil: undefined,
    copyBefore: undefined,
    ...world.updates,
  });
  return {
    'updates.get': () => ok(view()),
    'updates.check': () => {
      world.updates = { ...world.updates, state: { name: 'idle', checkedAt: Date.now() } };
      return ok(view());
    },
    'updates.install': () => ok(),
    'updates.postpone': () => {
      world.updates = { ...world.updates, laterUntil: Date.now() + 86_400_000 };
      return ok(view());
    },
    'updates.go-back': () => ok(),
  };
}
