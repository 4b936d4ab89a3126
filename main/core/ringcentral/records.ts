import type { PresenceStatus } from '../../../shared/model/presence.ts';
import type { E164, EpochMs } from '../../../shared/model/ids.ts';

/**
 * A party as RingCentral writes it in messages and calls; any part may be missing (its guide to the
 * call log).
 */
export type ServerParty = {
  readonly phoneNumber: string | undefined;
  readonly extensionNumber: string | undefined;
  readonly name: string | undefined;
};

/**
 * Of a group message each recipient has a state of its own (RingCentral's guide to the message
 * store).
 */
export type ServerRecipient = ServerParty & { readonly messageStatus?: string | undefined };

/**
 * Status of a RingOut call and of its two legs (RingCentral's guide to RingOut); unknown words are
 * kept as they are.
 */
export type RingOutStatus = {
  readonly id: string;
  readonly callStatus: string;
  readonly callerStatus: string;
  readonly calleeStatus: string;
};

export type ServerAttachment = {
  readonly id: string;
  readonly uri: string;
  readonly type: string;
  readonly contentType: string;
  readonly fileName: string | undefined;
  readonly sizeBytes: number | undefined;
  /** Of a picture, in pixels. */
  readonly size: { readonly width: number; readonly height: number } | undefined;
  /** Of a voicemail's audio (`vmDuration`), in seconds. */
  readonly durationSeconds: number | undefined;
};

/**
 * A record of the message store (RingCentral's guide to the message store) whose content is there.
 */
export type ServerMessage = {
  readonly id: string;
  readonly type: string;
  readonly direction: 'Inbound' | 'Outbound';
  readonly readStatus: 'Read' | 'Unread';
  readonly messageStatus: string;
  readonly availability: string;
  readonly subject: string;
  readonly createdAt: EpochMs;
  readonly modifiedAt: EpochMs;
  readonly from: ServerParty;
  readonly to: readonly ServerRecipient[];
  readonly conversationId: string | undefined;
  readonly attachments: readonly ServerAttachment[];
  readonly deliveryErrorCode: string | undefined;
  /** `vmTranscriptionStatus` of a voicemail (RingCentral's guide to voicemail). */
  readonly transcriptionStatus: string | undefined;
};

/**
 * A record that the server has deleted or purged: only its id is left (RingCentral's guide to the
 * message store).
 */
export type DeletedRecord = { readonly id: string; readonly availability: string };

/** A record of the call log (RingCentral's guide to the call log). */
export type ServerCall = {
  readonly id: string;
  readonly sessionId: string;
  readonly telephonySessionId: string | undefined;
  readonly startedAt: EpochMs;
  readonly direction: 'Inbound' | 'Outbound';
  readonly type: string;
  readonly action: string;
  readonly result: string | undefined;
  readonly durationSeconds: number | undefined;
  readonly from: ServerParty;
  readonly to: ServerParty;
  readonly isDeleted: boolean;
  readonly recording: { readonly id: string; readonly uri: string } | undefined;
  /** The message-store id of the voicemail that was left. */
  readonly voicemailId: string | undefined;
};

/**
 * How a call stands, whoever tells of it: presence or a telephony session (RingCentral's guide to
 * event filters and its API reference).
 */
export type LiveCallStatus = 'ringing' | 'answered' | 'on-hold' | 'voicemail' | 'ended';

/** The user's side of a call that rings or talks right now. */
export type ServerLiveCall = {
  readonly telephonySessionId: string;
  readonly sessionId: string | undefined;
  /** What Call Control names the user's side by; sessions tell it, presence may. */
  readonly partyId: string | undefined;
  readonly direction: 'Inbound' | 'Outbound';
  readonly from: ServerParty;
  readonly to: ServerParty;
  readonly status: LiveCallStatus;
  /** Why it ended (`CallFinished`, `NoAnswer`, `Rejected`, …), where a session tells. */
  readonly reason: string | undefined;
  readonly isMissed: boolean;
  /** Undefined where it is not told. */
  readonly isMuted: boolean | undefined;
  readonly isRingOut: boolean;
  /** It came through a queue; the name where one is told. */
  readonly queue: { readonly name: string | undefined } | undefined;
  readonly startedAt: EpochMs | undefined;
};

/**
 * News of the user's calls: every one in progress (presence), or the user's parties of one session.
 * `nothing`: there is something, and what it is was not told or could not be read.
 */
export type LiveNews =
  | { readonly of: 'all'; readonly calls: readonly ServerLiveCall[] }
  | { readonly of: 'session'; readonly calls: readonly ServerLiveCall[] }
  | { readonly of: 'nothing' };

/** What the user has chosen, each undefined where it was not told. */
export type ServerPresence = {
  readonly status: PresenceStatus | undefined;
  /** No call at all is taken. */
  readonly isDnd: boolean | undefined;
};

/** A person of the address book or the company directory. */
export type ServerContact = {
  readonly id: string;
  readonly name: string;
  readonly firstName: string | undefined;
  readonly lastName: string | undefined;
  readonly company: string | undefined;
  readonly jobTitle: string | undefined;
  readonly email: string | undefined;
  readonly remarks: string | undefined;
  readonly availability: string;
  readonly numbers: readonly {
    readonly label: string;
    readonly typed: string;
    readonly extensionNumber: string | undefined;
  }[];
};

/** A record that could not be read, kept by id so that its page goes on. */
export type UnreadableRecord = { readonly id: string; readonly reason: string };

/** One answer of a sync endpoint, each record parsed on its own. */
export type SyncPage<T> = {
  readonly records: readonly T[];
  readonly deleted: readonly DeletedRecord[];
  readonly unreadable: readonly UnreadableRecord[];
  readonly syncToken: string | undefined;
  /** Address book only: the page to ask for next. */
  readonly nextPageId: string | undefined;
};

/**
 * One page of a list read from the newest to the oldest (RingCentral's guide to the message store
 * and the call log).
 */
export type ListPage<T> = Pick<SyncPage<T>, 'records' | 'deleted' | 'unreadable'> & {
  /** There is a page after this one. */
  readonly hasMore: boolean;
};

/** An answer of the media host: the bytes come as a stream, all of them or a range. */
export type ServerMedia = {
  readonly status: 200 | 206;
  readonly contentType: string | undefined;
  readonly contentLength: number | undefined;
  readonly contentRange: string | undefined;
  readonly body: ReadableStream<Uint8Array>;
};

/** A text to begin with, kept by RingCentral. */
export type ServerTemplate = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly scope: 'personal' | 'company';
};

/** Whether somebody allows texts from a number of the account, or from all of them (`*`). */
export type ServerConsent = {
  readonly ownNumber: E164 | '*';
  readonly number: E164;
  readonly isOptedOut: boolean;
  readonly at: EpochMs;
};

export type ServerPhoneNumber = {
  readonly number: string;
  readonly label: string | undefined;
  readonly usageType: string;
  readonly isPrimary: boolean;
  readonly features: readonly string[];
  /** Not in what an older Sidetone wrote down, like what follows. */
  readonly id?: string | undefined;
  /** `VoiceFax`, `VoiceOnly`, `FaxOnly`, … */
  readonly type?: string | undefined;
  readonly isTollFree?: boolean;
  /** ISO code. */
  readonly country?: string | undefined;
};

/**
 * Where a number stands with the carriers' registry (RingCentral's guide to number registration). A
 * number without a campaign has no status; texts go out once it is `Confirmed`.
 */
export type ServerSmsRegistration = {
  readonly campaign: string | undefined;
  readonly brand: string | undefined;
};

export type ServerForwardingNumber = {
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly type: string;
  readonly deviceId: string | undefined;
};

export type ServerDevice = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly status: 'Online' | 'Offline' | undefined;
  readonly numbers: readonly string[];
};

export type ServerExtension = {
  readonly id: string;
  readonly extensionNumber: string | undefined;
  readonly name: string;
  readonly company: string | undefined;
  readonly email: string | undefined;
  readonly homeCountry: string | undefined;
};
