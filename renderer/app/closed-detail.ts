import type { Ui } from './ui-store.ts';

/** What closing the detail of the open screen changes: what covers something goes first. */
export function closedDetail(ui: Ui): Partial<Ui> {
  switch (ui.screen) {
    case 'calls':
      return { callId: undefined };
    case 'messages':
      // What covers a text that is begun goes first.
      if (ui.separate) return { separate: undefined };
      return {
        threadId: undefined,
        messageId: undefined,
        compose: undefined,
        beginning: undefined,
      };
    case 'voicemail':
      return { voicemailId: undefined };
    case 'contacts':
      // What covers a person goes first.
      return ui.contactPanel ? { contactPanel: undefined } : { whose: undefined };
    case 'follow-ups':
    case 'settings':
      return {};
    case 'call-lists':
      if (ui.newCallList) return { newCallList: undefined };
      return ui.callListId ? { callListId: undefined } : { screen: ui.cameFrom };
    case 'search':
    case 'diagnostics':
      return { screen: ui.cameFrom };
  }
}
