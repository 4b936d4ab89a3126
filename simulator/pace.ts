/** How long things take, in milliseconds. Tests and the demo set their own. */
export type Pace = {
  /** Until the user's own phone is picked up after a RingOut request. */
  readonly ownPhoneAnswer: number;
  /** The extra wait when the caller is asked to press 1 before being connected. */
  readonly prompt: number;
  /** Until the other side picks up, counted from the own phone's answer. */
  readonly otherSideAnswer: number;
  /** Until a line reports busy or broken. */
  readonly otherSideBusy: number;
  /** How long a phone that nobody answers rings. */
  readonly noAnswer: number;
  /** How long a connected call lasts before the other side hangs up; each number varies it. */
  readonly talk: number;
  /** How long a RingOut can still be read after it ended; then GET answers 404. */
  readonly ringOutGone: number;
  /**
   * From hang-up to the call-log entry, shortest and longest (RingCentral's guide to the call log:
   * 15 to 30 seconds).
   */
  readonly callLogDelayMin: number;
  readonly callLogDelayMax: number;
  /** From the call-log entry to the moment its recording can be fetched. */
  readonly recordingReady: number;
  /** How late a running call shows in active-calls, and how long an ended one stays there. */
  readonly activeCallsDelay: number;
  readonly activeCallsKept: number;
  /** From Queued to Sent, and from Sent to Delivered or DeliveryFailed. */
  readonly textSent: number;
  readonly textDelivered: number;
  /** From delivery to the answer of a person who answers texts. */
  readonly textReply: number;
  /**
   * From the deletion of a message to the moment it is purged by itself (RingCentral's guide to the
   * message store: "some days").
   */
  readonly deletedKept: number;
  /** From the end of a voicemail to its finished transcription. */
  readonly transcription: number;
};

export const defaultPace: Pace = {
  ownPhoneAnswer: 2_500,
  prompt: 1_500,
  otherSideAnswer: 4_000,
  otherSideBusy: 2_000,
  noAnswer: 20_000,
  talk: 60_000,
  ringOutGone: 5_000,
  callLogDelayMin: 15_000,
  callLogDelayMax: 30_000,
  recordingReady: 10_000,
  activeCallsDelay: 3_000,
  activeCallsKept: 120_000,
  textSent: 900,
  textDelivered: 1_600,
  textReply: 12_000,
  deletedKept: 30 * 86_400_000,
  transcription: 4_000,
};
