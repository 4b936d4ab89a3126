import type { Failure } from '../failure.ts';
import type { ActiveCall, CallOutlook } from './calls.ts';
import type { FollowUpView, NoteView } from './notes.ts';
import type { CallId, CardId, E164, EpochMs } from './ids.ts';
import type { Party } from './people.ts';

/** How a number came to be proposed. */
export const proposalSources = [
  'link',
  'clipboard',
  'selection',
  'command-line',
  'notification',
  'tray',
  'program',
] as const;
export type ProposalSource = (typeof proposalSources)[number];

/** From so many repeats of a link on, a card offers to keep links quiet. */
export const manyRepeats = 5;

/** What to know about someone in the second before talking to them. */
export type PersonBrief = {
  readonly lastContact:
    { readonly at: EpochMs; readonly kind: 'call' | 'text' | 'voicemail' } | undefined;
  /** Open ones, the soonest first; at most three. */
  readonly followUps: readonly FollowUpView[];
  /** The latest first; at most two. */
  readonly notes: readonly NoteView[];
  /** Whether a page of a CRM can be opened for them. */
  readonly hasCrmPage: boolean;
};

/** How far an incoming call has come. */
export type IncomingState =
  'ringing' | 'answered' | 'on-hold' | 'voicemail' | 'missed' | 'declined' | 'ended';

/** Somebody calls the user's phones: Sidetone sees it, the phone is answered by hand. */
export type IncomingCall = {
  /** Its row in the history, from the first ring on. */
  readonly callId: CallId;
  readonly state: IncomingState;
  readonly party: Party;
  /** Which of the user's numbers was called, where that is told. */
  readonly calledNumber: E164 | undefined;
  /** The queue it came through; empty where its name is not told. */
  readonly queue: string | undefined;
  readonly startedAt: EpochMs;
  readonly answeredAt: EpochMs | undefined;
  readonly endedAt: EpochMs | undefined;
};

/** What stands in the small window above others. */
export type CardView = { readonly id: CardId; readonly at: EpochMs } & (
  | {
      /** A number that waits for a yes. Nothing has been asked of RingCentral. */
      readonly kind: 'proposal';
      readonly source: ProposalSource;
      /** What Enter does. */
      readonly prefers: 'call' | 'text';
      readonly outlook: CallOutlook;
      readonly brief: PersonBrief;
      /** The text that a link brings along. */
      readonly body: string | undefined;
      /** How many more times it was asked for while it stood here. */
      readonly repeats: number;
      /** The name of the program that asked for it. */
      readonly askedBy?: string;
    }
  | {
      /** A text to several people; the composer takes it over. */
      readonly kind: 'group-text';
      readonly source: ProposalSource;
      readonly to: readonly { readonly number: string; readonly party: Party }[];
      readonly body: string | undefined;
      readonly repeats: number;
    }
  | {
      /** A link or a text in which no number could be read. */
      readonly kind: 'unreadable';
      readonly source: ProposalSource;
      /** As it came, at most 200 characters, without control characters. */
      readonly typed: string;
      readonly failure: Failure;
      readonly repeats: number;
    }
  | { readonly kind: 'incoming'; readonly call: IncomingCall; readonly brief: PersonBrief }
  /** The call that was placed from a card, until it is connected or dismissed. */
  | { readonly kind: 'placed'; readonly call: ActiveCall }
);

/** The cards, and whether links are being kept quiet. */
export type CardsView = {
  /** The newest first; incoming calls before everything else. */
  readonly cards: readonly CardView[];
  /** More than the window shows. */
  readonly hiddenCount: number;
  /** Links are not proposed before then; what came meanwhile is counted. */
  readonly silence: { readonly until: EpochMs; readonly count: number } | undefined;
};
