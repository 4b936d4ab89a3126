import type { UpdateView } from '../../../shared/model/updates.ts';
import type { Guards } from './guards.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { AppInfo, Notice, Page, Settings } from '../../../shared/model/app.ts';
import type { AwayView } from '../../../shared/model/backfill.ts';
import type {
  ActiveCall,
  CallerIdChoice,
  CallRow,
  PhoneChoice,
} from '../../../shared/model/calls.ts';
import type { CardView } from '../../../shared/model/cards.ts';
import type { DiagnosticsReport } from '../../../shared/model/diagnostics.ts';
import type { OptOut, ScheduledText, StagedFile } from '../../../shared/model/drafts.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import type { LinksView, ShortcutView } from '../../../shared/model/links.ts';
import type {
  MessageView,
  OutboxView,
  SenderChoice,
  ThreadView,
} from '../../../shared/model/messages.ts';
import type { QuickText, QuietView } from '../../../shared/model/notifications.ts';
import type { ContactView, Party } from '../../../shared/model/people.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import type { SeparateBatch } from '../../../shared/model/separate.ts';
import type { SettingsFileDraft } from '../../../shared/model/settings.ts';
import type { Result } from '../../../shared/result.ts';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Everything the fake main knows; a script may change it and call `touch`. */
export type FakeWorld = {
  session: Mutable<SessionView>;
  settings: Settings;
  info: AppInfo;
  /** What an administrator has set. */
  locked: readonly (keyof Settings)[];
  /** What the file of settings that is chosen would change. */
  settingsFile: SettingsFileDraft;
  notices: readonly Notice[];
  phones: readonly PhoneChoice[];
  senders: readonly SenderChoice[];
  active: readonly ActiveCall[];
  /** The numbers that calls may show; none unless a test says so. */
  callerIds?: readonly CallerIdChoice[];
  /** What was chosen for everybody. */
  callerId?: E164 | undefined;
  calls: readonly CallRow[];
  /** A history too long to be written out, in place of `calls`. */
  manyCalls: { readonly total: number; readonly rowAt: (index: number) => CallRow } | undefined;
  /** Calls of the contract that were asked, by name, with what they were asked for. */
  reads: { readonly name: string; readonly input: unknown }[];
  threads: readonly ThreadView[];
  messages: Record<string, readonly MessageView[]>;
  contacts: readonly ContactView[];
  /** What came in while nobody was there. */
  away: AwayView | undefined;
  /** Calls that never answer, to look at skeletons. */
  hangs: readonly string[];
  /** Calls that are not done before they are taken out of here; none unless a test says so. */
  waits?: readonly string[];
  /** Calls that fail. */
  fails: Record<string, Failure>;
  /** Texts of one template to many, as far as they have come; none unless a scene says so. */
  batches?: readonly SeparateBatch[];
  /** Who wants no texts; nobody unless a test says so. */
  optOuts?: readonly OptOut[];
  /** Texts for later, and how the outbox stands; nothing waits unless a test says so. */
  sending?: { scheduled: readonly ScheduledText[]; outbox: OutboxView | undefined };
  /** Texts are held until a test does something with them. */
  holdsTexts?: boolean;
  /** Files that were attached, by id, and those that went with each text, by its client id. */
  stagedFiles?: Record<string, StagedFile>;
  sentFiles?: Record<string, readonly string[]>;
  /** What it asks before a call. */
  guards: Guards;
  device: 'opened' | 'show-number';
  /** What a sign-in makes of the session. */
  signedIn: Pick<SessionView, 'account' | 'fromNumber'>;
  /** Ends the sign-in that waits for the browser, with what came back; undefined while none does. */
  comeBack: ((trouble?: Failure) => void) | undefined;
  /** The settings Sidetone was started with, as a `.env` holds them. */
  environment: string | undefined;
  /** What sign-ins and sign-outs were asked with. */
  asked: readonly unknown[];
  /** Who opens phone links; the user has been asked, unless a script says otherwise. */
  links: LinksView;
  /** The keys that propose a number from any program. */
  shortcut: ShortcutView;
  /** The keys that open the window for a text. */
  quickShortcut?: ShortcutView;
  /** What the window for a text was opened with; closed unless a script says otherwise. */
  quick?: QuickText | undefined;
  quiet?: QuietView;
  updates?: Partial<UpdateView>;
  /** A call list is there from the start. */
  hasCallList?: boolean;
  /** The cards that stand in the small window; none unless a scene says so. */
  cards?: readonly CardView[];
  /** What Diagnostics finds. */
  report: DiagnosticsReport;
};

/** One answer of the fake main for each call it knows. */
export type Answers = Record<string, (input: never) => Result<unknown> | Promise<Result<unknown>>>;

/** A call that is just ringing the user's phone. */
export function placedCall(world: FakeWorld, number: E164, typed: string): ActiveCall {
  return {
    id: 'c-new' as ActiveCall['id'],
    state: 'ringing-you',
    party: partyWith(world, number),
    typed,
    keyIn: undefined,
    phone: { label: world.phones[0]!.label, number: world.phones[0]!.number },
    yourLeg: 'ringing',
    theirLeg: 'waiting',
    startedAt: Date.now(),
    connectedAt: undefined,
    endedAt: undefined,
    canCancel: true,
    isCancelling: false,
    actions: [],
    isOnHold: false,
    isMuted: false,
    callerId: undefined,
    failure: undefined,
  };
}

export const noParty: Party = {
  contactId: undefined,
  name: undefined,
  company: undefined,
  number: undefined,
  extensionNumber: undefined,
};

export function partyWith(world: FakeWorld, number: E164): Party {
  const contact = world.contacts.find(({ numbers }) =>
    numbers.some((own) => own.number === number),
  );
  return contact
    ? { ...noParty, contactId: contact.id, name: contact.name, company: contact.company, number }
    : { ...noParty, number };
}

export function page<T>(all: readonly T[], input: { after?: string; limit?: number }): Page<T> {
  const from = Number(input.after ?? 0);
  const to = from + (input.limit ?? 50);
  return { items: all.slice(from, to), next: to < all.length ? String(to) : undefined };
}
