import type { LinksView } from '../../../shared/model/links.ts';
import { ok } from '../../../shared/result.ts';
import type { Answers, FakeWorld } from './fake-world.ts';

/** A system where another program has the links; whose they become is in `world.links`. */
export function linkAnswers(world: FakeWorld): Answers {
  const become = (standing: 'sidetone' | 'other'): LinksView => ({
    ...world.links,
    standings: { tel: standing, callto: standing, sms: standing },
    otherName: standing === 'other' ? 'Softphone' : undefined,
    wasAsked: true,
  });
  return {
    'links.get': () => ok(world.links),
    'links.take': () => {
      // Where only the user can choose, the press opens the system's settings and no more.
      world.links =
        world.links.way === 'register' ? become('sidetone') : { ...world.links, wasAsked: true };
      return ok(world.links);
    },
    'links.give-back': () => {
      world.links = become('other');
      return ok(world.links);
    },
    'links.asked': () => {
      world.links = { ...world.links, wasAsked: true };
      return ok();
    },
  };
}
