import { ok } from '../../../shared/result.ts';
import type { MainWindow } from '../ports.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Cards } from './service.ts';

type CardsCall =
  | 'cards.list'
  | 'cards.dismiss'
  | 'cards.fit'
  | 'cards.silence-links'
  | 'cards.end-silence'
  | 'cards.open-crm'
  | 'app.note-place'
  | 'app.open'
  | 'app.run-role';

/** Answers the contract's `cards.*`, and leads from the small windows to the main one. */
export function createCardHandlers(
  cards: Cards,
  mainWindow: Pick<MainWindow, 'notePlace' | 'open' | 'runRole'>,
): Handlers<CardsCall> {
  return {
    'cards.list': () => ok(cards.list()),
    'cards.dismiss': ({ cardId }) => {
      cards.dismiss(cardId);
      return ok();
    },
    'cards.fit': ({ height }) => {
      cards.fit(height);
      return ok();
    },
    'cards.silence-links': () => {
      cards.silence();
      return ok(cards.list());
    },
    'cards.end-silence': () => {
      cards.endSilence();
      return ok(cards.list());
    },
    'cards.open-crm': ({ cardId }) => cards.openCrm(cardId),
    'app.note-place': (place) => {
      mainWindow.notePlace(place);
      return ok();
    },
    'app.open': ({ to }) => {
      mainWindow.open(to);
      return ok();
    },
    'app.run-role': ({ role }) => {
      mainWindow.runRole(role);
      return ok();
    },
  };
}
