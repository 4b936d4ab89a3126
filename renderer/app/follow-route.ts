import { assertNever } from '../../shared/failure.ts';
import type { Route } from '../../shared/model/app.ts';
import { closePart } from './actions/store.ts';
import {
  focusDialer,
  openCall,
  openCallLists,
  openCompose,
  openContact,
  openDiagnostics,
  openNewContact,
  openSearch,
  openThread,
  useUi,
  type Recipient,
} from './ui-store.ts';

/** Follows a request of main's (tray, menu, notification); the commands do not stay over the place. */
export function followRoute(route: Route): void {
  closePart();
  switch (route.screen) {
    case 'diagnostics':
      return openDiagnostics();
    case 'search':
      return openSearch();
    case 'call-lists':
      return openCallLists(route.callListId);
    case 'calls':
      if (route.callId) return openCall(route.callId);
      return route.dial === true ? focusDialer() : useUi.setState({ screen: 'calls' });
    case 'voicemail':
      return useUi.setState({ screen: 'voicemail', voicemailId: route.voicemailId });
    case 'contacts':
      if (route.newNumber !== undefined) return openNewContact(route.newNumber);
      return route.contactId
        ? openContact(route.contactId)
        : useUi.setState({ screen: 'contacts' });
    case 'messages':
      if (route.threadId !== undefined) return openThread(route.threadId);
      if (route.to !== undefined || route.body !== undefined || route.compose === true) {
        return openCompose(route.to?.map(asRecipient), { body: route.body });
      }
      return useUi.setState({ screen: 'messages' });
    case 'follow-ups':
    case 'settings':
      return useUi.setState({ screen: route.screen });
    default:
      return assertNever(route);
  }
}

function asRecipient(number: string): Recipient {
  return { number, party: undefined };
}
