import { create } from 'zustand';
import type { Route } from '../../shared/model/app.ts';
import type { CallListSource } from '../../shared/model/call-lists.ts';
import type { Whose } from '../../shared/model/history.ts';
import type { SeparateSource } from '../../shared/model/separate.ts';
import type {
  CallId,
  CallListId,
  ContactId,
  MessageId,
  ThreadId,
  VoicemailId,
} from '../../shared/model/ids.ts';
import type { ContactDraft, Party } from '../../shared/model/people.ts';
import type { CallTrouble, DeviceNumber } from './calls/call-trouble.ts';
import type { SettingsPlace } from './settings-index.ts';

export type Screen = Route['screen'];
/** The screens that the rail leads to; the others are tools, reached from within these. */
export const screens = [
  'calls',
  'messages',
  'voicemail',
  'contacts',
  'follow-ups',
  'settings',
] as const;
export type MainScreen = (typeof screens)[number];

/** What can be done with contacts besides looking at someone. */
export type ContactPanel = 'new' | 'import';

/** A call list that is being made: of a file, or of those that were shown or selected. */
export type NewCallList =
  { readonly from: 'file' } | Exclude<CallListSource, { readonly from: 'csv' }>;

/** Who a new text goes to: someone known, or what was typed. */
export type Recipient = { readonly number: string; readonly party: Party | undefined };

type Ui = {
  readonly screen: Screen;
  /** Where a tool was opened from, and leads back to. */
  readonly cameFrom: MainScreen;
  readonly callId: CallId | undefined;
  readonly threadId: ThreadId | undefined;
  /** The text that the thread is opened at, when it is one from a search or a timeline. */
  readonly messageId: MessageId | undefined;
  readonly voicemailId: VoicemailId | undefined;
  /** Whose page is open under Contacts. */
  readonly whose: Whose | undefined;
  /** What covers that page. */
  readonly contactPanel: ContactPanel | undefined;
  /** The call list in hand. */
  readonly callListId: CallListId | undefined;
  readonly newCallList: NewCallList | undefined;
  /** A number that the new contact is to have, until the form has taken it. */
  readonly newNumber: string | undefined;
  /** Somebody who was sent, to be added: taken once. */
  readonly newContact: ContactDraft | undefined;
  /** The recipients of the text being begun, while one is. */
  readonly compose: readonly Recipient[] | undefined;
  /** What that text is to begin with, until the composer has taken it. */
  readonly composeBody: string | undefined;
  /** Who gets a text of their own each, while such texts are being written. */
  readonly separate: SeparateSource | undefined;
  readonly callTrouble: CallTrouble | undefined;
  /** A number that another phone or program takes, with what the user has to do for it. */
  readonly deviceNumber: DeviceNumber | undefined;
  /** The sign-in form, asked for from inside the app after a sign-in ended. */
  readonly isSigningInAgain: boolean;
  /** The card that the settings are to open at, until they have. */
  readonly settingsPlace: SettingsPlace | undefined;
  /** Counts requests to put the caret into the dialer. */
  readonly dialerFocus: number;
  /** Counts requests to put the caret into the search. */
  readonly searchFocus: number;
};

const start: Ui = {
  screen: 'calls',
  cameFrom: 'settings',
  callId: undefined,
  threadId: undefined,
  messageId: undefined,
  voicemailId: undefined,
  whose: undefined,
  contactPanel: undefined,
  callListId: undefined,
  newCallList: undefined,
  newNumber: undefined,
  newContact: undefined,
  compose: undefined,
  composeBody: undefined,
  separate: undefined,
  callTrouble: undefined,
  deviceNumber: undefined,
  isSigningInAgain: false,
  settingsPlace: undefined,
  dialerFocus: 0,
  searchFocus: 0,
};

/** Where the user is in the window. Nothing here comes from the archive. */
export const useUi = create<Ui>()(() => start);

/** Goes to a screen; going to the one that is open closes what is open on it. */
export function openScreen(screen: MainScreen): void {
  useUi.setState((ui) => (ui.screen === screen ? closedDetail(ui) : { screen }));
}

/** Opens the settings at one of their cards. */
export function openSettingsAt(settingsPlace: SettingsPlace): void {
  useUi.setState({ screen: 'settings', settingsPlace });
}

/** The card that the settings are to open at, once. */
export function takeSettingsPlace(): SettingsPlace | undefined {
  const { settingsPlace } = useUi.getState();
  useUi.setState({ settingsPlace: undefined });
  return settingsPlace;
}

/** Opens Diagnostics; its way back leads to the screen it was opened from. */
export function openDiagnostics(): void {
  openTool('diagnostics');
}

/** Opens the search with the caret in it. */
export function openSearch(): void {
  openTool('search');
  useUi.setState((ui) => ({ searchFocus: ui.searchFocus + 1 }));
}

/** Opens the call lists, at one of them or where they were left. */
export function openCallLists(callListId?: CallListId): void {
  openTool('call-lists');
  if (callListId !== undefined) useUi.setState({ callListId, newCallList: undefined });
}

/** Leads back from the call lists to the screen they were opened from. */
export function closeCallLists(): void {
  useUi.setState((ui) => ({ screen: ui.cameFrom, newCallList: undefined }));
}

/** Begins a call list; it is made once it has a name. */
export function beginCallList(newCallList: NewCallList): void {
  openTool('call-lists');
  useUi.setState({ newCallList });
}

type Tool = Exclude<Screen, MainScreen>;

function openTool(screen: Tool): void {
  useUi.setState((ui) => ({ screen, cameFrom: isTool(ui.screen) ? ui.cameFrom : ui.screen }));
}

/** Whether a screen is reached from within others and leads back to them. */
export function isTool(screen: Screen): screen is Tool {
  return !(screens as readonly Screen[]).includes(screen);
}

export function openCall(callId: CallId): void {
  useUi.setState({ screen: 'calls', callId });
}

/** Opens a thread, at one of its texts or at its end. */
export function openThread(threadId: ThreadId, messageId?: MessageId): void {
  useUi.setState({
    screen: 'messages',
    threadId,
    messageId,
    compose: undefined,
    separate: undefined,
  });
}

export function openVoicemail(voicemailId: VoicemailId): void {
  useUi.setState({ screen: 'voicemail', voicemailId });
}

/** Opens the page of someone: what is known of them, and everything with them. */
export function openPerson(whose: Whose): void {
  useUi.setState({ screen: 'contacts', whose, contactPanel: undefined });
}

/** Opens the form for a new contact, or the import. */
export function openContactPanel(contactPanel: ContactPanel): void {
  useUi.setState({ screen: 'contacts', contactPanel });
}

/** Opens the form for a new contact with a number in it. */
export function openNewContact(newNumber: string): void {
  useUi.setState({ screen: 'contacts', contactPanel: 'new', newNumber });
}

/** Opens the form for a new contact with what a vCard says of them. */
export function openNewContactFrom(newContact: ContactDraft): void {
  useUi.setState({ screen: 'contacts', contactPanel: 'new', newContact });
}

/** Who the new contact is to be, once: the form has them from then on. */
export function takeNewContact(): ContactDraft | undefined {
  const { newContact } = useUi.getState();
  useUi.setState({ newContact: undefined });
  return newContact;
}

/** The number that the new contact is to have, once: the form has it from then on. */
export function takeNewNumber(): string | undefined {
  const { newNumber } = useUi.getState();
  useUi.setState({ newNumber: undefined });
  return newNumber;
}

export function openContact(contactId: ContactId): void {
  openPerson({ contactId });
}

/** Begins a text; with a body it is a draft, nothing is sent. */
export function openCompose(recipients: readonly Recipient[] = [], body?: string): void {
  useUi.setState({
    screen: 'messages',
    compose: recipients,
    composeBody: body,
    separate: undefined,
  });
}

/** Begins a text of its own to each of several people; nothing is sent. */
export function openSeparate(separate: SeparateSource): void {
  useUi.setState({ screen: 'messages', separate });
}

/** What the text that is begun is to start with, once: the composer has it from then on. */
export function takeComposeBody(): string | undefined {
  const { composeBody } = useUi.getState();
  useUi.setState({ composeBody: undefined });
  return composeBody;
}

export function setRecipients(recipients: readonly Recipient[]): void {
  useUi.setState({ compose: recipients });
}

/** Closes the detail of the open screen and shows its list. */
export function closeDetail(): void {
  useUi.setState(closedDetail);
}

/** Whether that would close anything. */
export function hasDetail(): boolean {
  const ui = useUi.getState();
  return Object.entries(closedDetail(ui)).some(([name, value]) => ui[name as keyof Ui] !== value);
}

export function focusDialer(): void {
  useUi.setState((ui) => ({ screen: 'calls', dialerFocus: ui.dialerFocus + 1 }));
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
      // What covers a text that is begun goes first.
      if (ui.separate) return { separate: undefined };
      return { threadId: undefined, messageId: undefined, compose: undefined };
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
