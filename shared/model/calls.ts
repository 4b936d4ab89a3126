import type { Failure } from '../failure.ts';
import type { CallId, CountryCode, E164, EpochMs, PhoneId, VoicemailId } from './ids.ts';
import type { Party } from './people.ts';
import type { MediaRef } from './voicemail.ts';

/** A phone of the user's that RingOut can ring first (a device line or a forwarding number). */
export type PhoneChoice = {
  readonly id: PhoneId;
  readonly label: string;
  readonly number: E164;
  readonly kind: 'desk' | 'app' | 'mobile' | 'work' | 'home' | 'other';
  readonly status: 'online' | 'offline' | 'unknown';
  readonly isDefault: boolean;
};

/** A number the other side may see: one with RingCentral's CallerId feature. */
export type CallerIdChoice = {
  readonly number: E164;
  readonly label: string | undefined;
  readonly isDefault: boolean;
};

/** The number that a call would show, and why that one. */
export type ChosenCallerId = {
  /** Undefined: RingCentral's own choice, which the account does not tell. */
  readonly number: E164 | undefined;
  readonly because: 'contact' | 'country' | 'default' | 'program';
};

/** The number that calls to a country show, because one to it did before. */
export type CountryCallerId = { readonly country: CountryCode; readonly callerId: E164 };

/** What has to be answered with yes before a call is placed. */
export const callQuestions = [
  'short',
  'premium',
  'do-not-call',
  'quiet-hours',
  'already-placing',
] as const;
export type CallQuestion = (typeof callQuestions)[number];

/** What time it is where the other side probably is: a hint, since people move with their numbers. */
export type LocalTime = {
  /** IANA name. */
  readonly zone: string;
  /** Set by the user for this contact, or that of the number's area. */
  readonly source: 'contact' | 'area';
  /** The area's zones differ, and this is the one that makes the hour the worst. */
  readonly isOneOfSeveral: boolean;
  /** Before 8:00 or from 21:00 on there. */
  readonly isQuiet: boolean;
};

/** All there is to know about calling a number, before anything is asked of RingCentral. */
export type CallOutlook = {
  readonly typed: string;
  /** As it will be dialled: E.164, or the digits of a short number; undefined where it is none. */
  readonly number: E164 | undefined;
  /** Digits RingOut cannot send; the user keys them in. */
  readonly keyIn: string | undefined;
  readonly party: Party;
  /** Where the number is from: *San Francisco, CA*, *Berlin*, *Germany*. */
  readonly place: string | undefined;
  readonly localTime: LocalTime | undefined;
  /** In the order they are to be asked. */
  readonly questions: readonly CallQuestion[];
  /** Why this can never be called: no number, or an emergency one. */
  readonly refusal: Failure | undefined;
  /** Why RingCentral cannot take the call now; the number can still go to another phone. */
  readonly obstacle: Failure | undefined;
  readonly callerId: ChosenCallerId;
};

/** What the user said yes to before a call, kept with it in the activity log. */
export type CallDecision = {
  readonly questions: readonly CallQuestion[];
  /** In the user's words. */
  readonly reason: string | undefined;
  /** Where the other side was, and what the clock said there (`06:42`), where that is known. */
  readonly zone?: string;
  readonly clockTime?: string;
};

/** A number that the user does not want to call by mistake. */
export type DoNotCallEntry = {
  readonly number: E164;
  readonly party: Party;
  readonly reason: string;
  readonly addedAt: EpochMs;
};

/** What Call Control can do to a call that is up (permission CallControl). */
export const callActions = ['hang-up', 'hold', 'resume', 'mute', 'unmute'] as const;
export type CallAction = (typeof callActions)[number];

/**
 * One side of a RingOut call, in words that follow RingCentral's leg status (its guide to RingOut).
 */
export type LegState =
  | 'waiting'
  | 'ringing'
  | 'answered'
  | 'finished'
  | 'busy'
  | 'no-answer'
  | 'rejected'
  | 'failed'
  | 'unknown';

/** How far a placed call has come. */
export type CallState =
  | 'requesting'
  | 'ringing-you'
  | 'ringing-them'
  | 'connected'
  | 'ended'
  | 'cancelled'
  | 'failed'
  | 'unknown'
  | 'handed-over';

/** The call being placed or just ended; it leaves the bar when dismissed or after a while. */
export type ActiveCall = {
  readonly id: CallId;
  readonly state: CallState;
  readonly party: Party;
  /** As typed, so that nothing is lost when the call fails. */
  readonly typed: string;
  /** Digits RingOut cannot send; the user keys them in. */
  readonly keyIn: string | undefined;
  readonly phone: { readonly label: string; readonly number: E164 };
  readonly yourLeg: LegState;
  readonly theirLeg: LegState;
  readonly startedAt: EpochMs;
  readonly connectedAt: EpochMs | undefined;
  readonly endedAt: EpochMs | undefined;
  readonly canCancel: boolean;
  /** RingCentral has been asked to drop it and has not answered. */
  readonly isCancelling: boolean;
  /** What can be done to it now; nothing without Call Control. */
  readonly actions: readonly CallAction[];
  readonly isOnHold: boolean;
  readonly isMuted: boolean;
  readonly callerId: E164 | undefined;
  readonly failure: Failure | undefined;
};

export type CallOutcome =
  | 'in-progress'
  | 'connected'
  | 'missed'
  | 'voicemail'
  | 'no-answer'
  | 'busy'
  | 'rejected'
  | 'cancelled'
  | 'blocked'
  | 'failed'
  | 'unknown'
  | 'handed-over';

/** A line of the call history. */
export type CallRow = {
  readonly id: CallId;
  readonly direction: 'inbound' | 'outbound';
  readonly outcome: CallOutcome;
  readonly party: Party;
  readonly startedAt: EpochMs;
  readonly durationSeconds: number | undefined;
  readonly failure: Failure | undefined;
  /** Digits that were to be keyed in by hand. */
  readonly keyIn: string | undefined;
  /** A missed call that has not been looked at. */
  readonly isNew: boolean;
  /** RingCentral has deleted it; it stays here. */
  readonly isDeleted?: boolean;
  readonly voicemailId: VoicemailId | undefined;
  readonly recording: MediaRef | undefined;
  /** Of its latest note. */
  readonly noteOutcome: string | undefined;
  /** What was decided before it was placed, where something was asked. */
  readonly decision?: CallDecision;
  /** The name of the program that asked for it, where one did. */
  readonly askedBy?: string;
};

/** What became of *Call with this device*. */
export type DeviceCall =
  | {
      /** Another program has the number; what it was not given is keyed in by the user. */
      readonly outcome: 'opened';
      readonly keyIn?: string | undefined;
    }
  | {
      readonly outcome: 'show-number';
      /** E.164, or the digits of a short number. */
      readonly number: E164;
      /** Digits to key in once connected: an extension, say. */
      readonly keyIn?: string | undefined;
    };
