import type { Failure } from '../failure.ts';
import type { CallId, E164, EpochMs, PhoneId, VoicemailId } from './ids.ts';
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

/** One side of a RingOut call, in words that follow RingCentral's leg status (FACTS 2.2). */
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
  /** A missed call that has not been looked at. */
  readonly isNew: boolean;
  /** RingCentral has deleted it; it stays here. */
  readonly isDeleted?: boolean;
  readonly voicemailId: VoicemailId | undefined;
  readonly recording: MediaRef | undefined;
  /** Of its latest note. */
  readonly noteOutcome: string | undefined;
};

/** What became of *Call with this device*. */
export type DeviceCall =
  | { readonly outcome: 'opened' }
  | {
      readonly outcome: 'show-number';
      /** E.164, or the digits of a short number. */
      readonly number: E164;
      /** Digits to key in once connected: an extension, say. */
      readonly keyIn?: string | undefined;
    };
