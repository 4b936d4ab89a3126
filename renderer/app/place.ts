import { assertNever } from '../../shared/failure.ts';
import type { Route } from '../../shared/model/app.ts';
import { mostRecipients } from '../../shared/text-limits.ts';
import type { Ui } from './ui-store.ts';

/** Where the window is, as main can lead back to it. */
export function placeOf(ui: Ui): Route {
  const { screen } = ui;
  switch (screen) {
    case 'calls':
      return { screen, callId: ui.callId };
    case 'messages':
      return ui.compose === undefined
        ? { screen, threadId: ui.threadId }
        : {
            screen,
            compose: true,
            to: ui.compose.slice(0, mostRecipients).map(({ number }) => number),
          };
    case 'voicemail':
      return ui.voicemailId === undefined ? { screen } : { screen, voicemailId: ui.voicemailId };
    case 'contacts':
      return {
        screen,
        contactId: ui.whose && 'contactId' in ui.whose ? ui.whose.contactId : undefined,
      };
    case 'call-lists':
      return { screen, callListId: ui.callListId };
    case 'follow-ups':
    case 'search':
    case 'settings':
    case 'diagnostics':
      return { screen };
    default:
      return assertNever(screen);
  }
}

/** Whether something is being made that only the page knows; drafts of texts are main's. */
export function isMaking(ui: Ui): boolean {
  return ui.contactPanel !== undefined || ui.separate !== undefined || ui.newCallList !== undefined;
}
