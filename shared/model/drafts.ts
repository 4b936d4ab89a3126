import type { Failure } from '../failure.ts';
import type { E164, EpochMs, FileId, MessageId, ScheduledId, ThreadId } from './ids.ts';
import type { LocalTime } from './calls.ts';
import type { Party } from './people.ts';

/** A file that is attached to what is being written; its bytes lie in the profile. */
export type StagedFile = {
  readonly id: FileId;
  readonly fileName: string;
  /** As its bytes say, not as its name does. */
  readonly contentType: string;
  readonly sizeBytes: number;
  readonly size: { readonly width: number; readonly height: number } | undefined;
  readonly mediaId: string;
};

/** A text that is being begun: in the main window, or in the small one. */
export type BegunKey = 'new' | 'quick';

/** Where such texts to others wait that were left for another, the latest first. */
export const asideKeys = {
  new: ['new-aside-1', 'new-aside-2', 'new-aside-3', 'new-aside-4', 'new-aside-5'],
  quick: ['quick-aside-1', 'quick-aside-2', 'quick-aside-3', 'quick-aside-4', 'quick-aside-5'],
} as const satisfies Readonly<Record<BegunKey, readonly string[]>>;

/** What was written and not sent: of a thread, of a text that is being begun or was left for another. */
export type DraftKey = ThreadId | BegunKey | (typeof asideKeys)[BegunKey][number];
export type Draft = {
  readonly text: string;
  readonly files: readonly StagedFile[];
  /** Of a text that is being begun: whom it is for, as typed or E.164. */
  readonly to: readonly string[];
  readonly from: E164 | undefined;
};

/** When a text is to go out. */
export type SendTime = {
  readonly at: EpochMs;
  /** The zone it was chosen in, where that is the recipient's (IANA). */
  readonly zone: string | undefined;
  /** It is called off when they write before. */
  readonly cancelOnReply: boolean;
};

/** A text that waits for its time, or for the user to say what becomes of it. */
export type ScheduledText = {
  readonly id: ScheduledId;
  readonly threadId: ThreadId;
  readonly text: string;
  readonly files: readonly StagedFile[];
  readonly from: E164;
  readonly parties: readonly Party[];
  readonly time: SendTime;
  readonly state:
    | 'waiting'
    /** Its time passed while the computer slept or Sidetone was closed: it asks. */
    | 'missed'
    /** They wrote before its time. */
    | 'answered'
    /** It could not be accepted when its time came. */
    | 'refused';
  readonly failure: Failure | undefined;
};

/** What has to be answered with yes before a text is accepted. */
export const textQuestions = ['opted-out', 'do-not-call', 'quiet-hours'] as const;
export type TextQuestion = (typeof textQuestions)[number];

/** Someone told a number of the user's that they want no texts from it. */
export type OptOut = {
  readonly number: E164;
  readonly party: Party;
  /** Undefined: all of them. */
  readonly ownNumber: E164 | undefined;
  readonly at: EpochMs;
  /** What they wrote, RingCentral's consent records, a refusal of a carrier, or the user. */
  readonly source: 'answer' | 'consents' | 'delivery' | 'user';
  readonly word: string | undefined;
};

/** All there is to know about a text to someone before it is written. */
export type TextOutlook = {
  readonly from: E164 | undefined;
  /** Everyone it is for; empty while nobody has been named, or one cannot be sent texts. */
  readonly to: readonly E164[];
  /** Why it can never go: a landline, an emergency or a short number, a sender that may not. */
  readonly refusal: Failure | undefined;
  /** Why it may not arrive; it can be tried all the same. */
  readonly caution: Failure | undefined;
  readonly optOuts: readonly OptOut[];
  /** Who of them is on the do-not-call list. */
  readonly doNotCall: readonly Party[];
  /** Where it is quiet now, for whom, and when it is day for everyone the text is for. */
  readonly quiet:
    | {
        readonly localTime: LocalTime;
        readonly dayBeginsAt: EpochMs;
        readonly parties: readonly Party[];
      }
    | undefined;
  /** In the order they are to be asked. */
  readonly questions: readonly TextQuestion[];
  /** Added below a first text to someone, by a setting. */
  readonly firstTextSentence: string | undefined;
};

/** What the user decided about a text before it was accepted, kept with it in the activity log. */
export type TextDecision = {
  /** Answered with yes. */
  readonly questions: readonly TextQuestion[];
  /** In the user's words. */
  readonly reason: string | undefined;
  /** It was quiet there, and they let it wait for the day. */
  readonly isPutOff?: boolean;
  /** Where the other side was, and what the clock said there (`06:42`), where it was quiet. */
  readonly zone?: string;
  readonly clockTime?: string;
};

/** A text that was taken back within its hold, to be written on. */
export type TakenBack = { readonly messageId: MessageId; readonly threadId: ThreadId } & Pick<
  Draft,
  'text' | 'files'
>;
