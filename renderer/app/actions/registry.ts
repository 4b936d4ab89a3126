import type { PartyWords } from '../party.ts';
import { accountActions } from './account-actions.ts';
import type { Action, Facts } from './action.ts';
import { archiveActions } from './archive-actions.ts';
import { beginActions } from './begin-actions.ts';
import { goActions } from './go-actions.ts';
import { lookActions } from './look-actions.ts';
import { offeredNow } from './offers.ts';
import { quietActions } from './quiet-actions.ts';
import { settingsActions } from './settings-actions.ts';
import { windowActions } from './window-actions.ts';

/** Everything the app can do whatever is open, as things stand. */
export function standingActions(facts: Facts): readonly Action[] {
  return [
    ...beginActions(facts),
    ...goActions(facts),
    ...quietActions(facts),
    ...lookActions(facts),
    ...windowActions(),
    ...archiveActions(facts),
    ...accountActions(facts),
    ...settingsActions(),
  ];
}

/** Everything the app can do now: with what is open first, which may stand for the same elsewhere. */
export function actionsNow(facts: Facts, words: PartyWords): readonly Action[] {
  const offered = offeredNow(facts, words);
  const taken = new Set(offered.map(({ id }) => id));
  return [...offered, ...standingActions(facts).filter(({ id }) => !taken.has(id))];
}
