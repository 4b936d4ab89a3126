import { create } from 'zustand';
import type { Failure } from '../../shared/failure.ts';
import type { Route } from '../../shared/model/app.ts';
import type { DeviceCall } from '../../shared/model/calls.ts';
import type { CallId, ContactId, ThreadId } from '../../shared/model/ids.ts';
import type { Party } from '../../shared/model/people.ts';

export type Screen = Route['screen'];
/** The screens that the rail leads to; Diagnostics is a tool, reached from where it is needed. */
export const screens = ['calls', 'messages', 'contacts', 'settings'] as const;
export type MainScreen = (typeof screens)[number];

/** Who a new text goes to: someone known, or what was typed. */
export type Recipient = { readonly number: string; readonly party: Party | undefined };

/** A call that main refused to place, kept so that it can be tried again. */
export type CallTrouble = {
  readonly number: string;
  readonly who: string;
  readonly failure: Failure;
};

/** A number to dial on another phone, and what to key in once connected. */
export type DeviceNumber = Pick<
  Extract<DeviceCall, { readonly outcome: 'show-number' }>,
  'number' | 'keyIn'
>;

type Ui = {
  readonly screen: Screen;
  /** Where Diagnostics was opened from, and leads back to. */
  readonly cameFrom: MainScreen;
  readonly callId: CallId | undefined;
  readonly threadId: ThreadId | undefined;
  readonly contactId: ContactId | undefined;
  /** The recipients of the text being begun, while one is. */
  readonly compose: readonly Recipient[] | undefined;
  readonly callTrouble: CallTrouble | undefined;
  /** A number shown large, to be dialled on another device. */
  readonly deviceNumber: DeviceNumber | undefined;
  /** The sign-in form, asked for from inside the app after a sign-in ended. */
  readonly isSigningInAgain: boolean;
  /** Counts requests to put the caret into the dialer. */
  readonly dialerFocus: number;
};

const start: Ui = {
  screen: 'calls',
  cameFrom: 'settings',
  callId: undefined,
  threadId: undefined,
  contactId: undefined,
  compose: undefined,
  callTrouble: undefined,
  deviceNumber: undefined,
  isSigningInAgain: false,
  dialerFocus: 0,
};

/** Where the user is in the window. Nothing here comes from the archive. */
export const useUi = create<Ui>()(() => start);

/** Goes to a screen; going to the one that is open closes what is open on it. */
export function openScreen(screen: MainScreen): void {
  useUi.setState((ui) => (ui.screen === screen ? closedDetail(ui) : { screen }));
}

/** Opens Diagnostics; its way back leads to the screen it was opened from. */
export function openDiagnostics(): void {
  useUi.setState((ui) =>
    ui.screen === 'diagnostics' ? {} : { screen: 'diagnostics', cameFrom: ui.screen },
  );
}

export function openCall(callId: CallId): void {
  useUi.setState({ screen: 'calls', callId });
}

export function openThread(threadId: ThreadId): void {
  useUi.setState({ screen: 'messages', threadId, compose: undefined });
}

export function openContact(contactId: ContactId): void {
  useUi.setState({ screen: 'contacts', contactId });
}

export function openCompose(recipients: readonly Recipient[] = []): void {
  useUi.setState({ screen: 'messages', compose: recipients });
}

export function setRecipients(recipients: readonly Recipient[]): void {
  useUi.setState({ compose: recipients });
}

/** Closes the detail of the open screen and shows its list. */
export function closeDetail(): void {
  useUi.setState(closedDetail);
}

export function focusDialer(): void {
  useUi.setState((ui) => ({ screen: 'calls', dialerFocus: ui.dialerFocus + 1 }));
}

/** Follows a request of main's (tray, menu, notification). */
export function followRoute(route: Route): void {
  if (route.screen === 'diagnostics') return openDiagnostics();
  if (route.screen !== 'messages') return useUi.setState({ screen: route.screen });
  if (route.threadId !== undefined) return openThread(route.threadId);
  if (route.compose === true) return openCompose();
  useUi.setState({ screen: 'messages' });
}

export function showTrouble(callTrouble: CallTrouble | undefined): void {
  useUi.setState({ callTrouble });
}

export function showDeviceNumber(deviceNumber: DeviceNumber | undefined): void {
  useUi.setState({ deviceNumber });
}

export function askToSignInAgain(isSigningInAgain: boolean): void {
  useUi.setState({ isSigningInAgain });
}

/** Forgets the window's state: another account's archive has been opened. */
export function resetUi(): void {
  useUi.setState(start);
}

function closedDetail(ui: Ui): Partial<Ui> {
  switch (ui.screen) {
    case 'calls':
      return { callId: undefined };
    case 'messages':
      return { threadId: undefined, compose: undefined };
    case 'contacts':
      return { contactId: undefined };
    case 'settings':
      return {};
    case 'diagnostics':
      return { screen: ui.cameFrom };
  }
}
