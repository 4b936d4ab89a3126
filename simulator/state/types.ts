import type { CampaignStatus } from './campaign-status.ts';

/** Everything the simulated RingCentral remembers: plain data, so that saving is `JSON.stringify`. */
export type State = {
  readonly version: 1;
  readonly seed: number;
  /** When the account was made; demo data is relative to it. */
  readonly createdAt: number;
  randomPosition: number;
  /** Raised by `expireSyncTokens`: tokens of an earlier epoch are refused. */
  syncEpoch: number;
  readonly counters: Counters;
  /** Where it listened last, so that addresses handed out earlier stay good when the ports are free. */
  ports: { api: number; media: number } | undefined;
  readonly profile: Profile;
  /** The app that Sidetone signs in with. */
  readonly client: ClientApp;
  /** What else is registered in the developer console. */
  otherApps: ClientApp[];
  /** The password of the user. */
  readonly password: string;
  access: Access;
  userPermissions: string[];
  sessions: OAuthSession[];
  messages: Message[];
  calls: CallRecord[];
  contacts: Contact[];
  readonly colleagues: Colleague[];
  readonly callerBlocking: CallerBlocking;
  /** Opening hours by weekday ("monday"); a day without ranges is closed, no days at all is 24/7. */
  businessHours: BusinessHours;
  templates: MessageTemplate[];
  /** Who has ended texts or allowed them again. */
  consents: Consent[];
  /** Ids of the numbers that features show instead of the primary one. */
  callerIds: Readonly<Record<string, number>>;
  internationalCalling: boolean;
  presence: PresenceSettings;
};

/** Whether somebody takes texts from a number of the account, or from any of them (`*`). */
export type Consent = {
  readonly from: string;
  readonly to: string;
  readonly optStatus: 'OptOut' | 'OptIn';
  readonly source: 'Recipient' | 'Api' | 'Upstream' | 'Carrier';
  readonly modifiedAt: number;
};

export type Counters = { message: number; session: number; contact: number; presence: number };

/** Whether the user may sign in: an administrator can lock the account, or only the extension. */
export type Access = 'open' | 'account-restricted' | 'extension-disabled';

/** An app as the developer console knows it. */
export type ClientApp = {
  readonly id: string;
  readonly name: string;
  /** Absent when the app is a public client: it proves itself with PKCE. */
  readonly secret?: string;
  /** A JWT of the user that was bound to this app when it was made. */
  readonly jwt: string;
  /** The ways to sign in that are switched on for the app. */
  flows: ('code' | 'jwt')[];
  /** Compared letter by letter. */
  redirectUris: string[];
  permissions: string[];
  issueRefreshTokens: boolean;
};

export type Profile = {
  readonly accountId: number;
  readonly extensionId: number;
  readonly extensionNumber: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly companyName: string;
  readonly timeZone: string;
  readonly numbers: readonly OwnNumber[];
  readonly forwarding: readonly ForwardingNumber[];
  readonly devices: readonly Device[];
};

export type NumberFeature = 'CallerId' | 'SmsSender' | 'MmsSender' | 'InternationalSmsSender';

export type OwnNumber = {
  readonly id: number;
  readonly phoneNumber: string;
  readonly usageType: 'MainCompanyNumber' | 'CompanyNumber' | 'DirectNumber' | 'CompanyFaxNumber';
  readonly paymentType: 'Local' | 'TollFree';
  readonly type: 'VoiceFax' | 'VoiceOnly' | 'FaxOnly';
  readonly label?: string;
  readonly location?: string;
  readonly primary?: boolean;
  features: NumberFeature[];
  /** How far its campaign is with the carriers' registry; without one it is in none. */
  campaign?: CampaignStatus;
};

export type ForwardingNumber = {
  readonly id: string;
  readonly phoneNumber: string;
  readonly label: string;
  readonly type: 'Home' | 'Mobile' | 'Work' | 'PhoneLine' | 'Other';
  readonly flipNumber: string;
  readonly deviceId?: string;
};

export type Device = {
  readonly id: string;
  readonly type: 'HardPhone' | 'SoftPhone';
  readonly name: string;
  readonly model?: string;
  readonly serial?: string;
  readonly status: 'Online' | 'Offline';
  readonly phoneNumber?: string;
};

export type OAuthSession = {
  readonly id: string;
  readonly clientId: string;
  readonly createdAt: number;
  readonly endpointId: string;
  refreshTtl: number;
  accessToken: string;
  accessExpiresAt: number;
  /** When the current access token was first used; starts the short grace of the previous refresh token. */
  accessUsedAt: number | undefined;
  refreshToken: string | undefined;
  refreshExpiresAt: number;
  issuedAt: number;
  /** The refresh token that was exchanged for the current pair. */
  previousRefreshToken: string | undefined;
  /** Access tokens that a refresh replaced, newest last. */
  retired: { readonly token: string; readonly at: number }[];
};

export type MessageStatus =
  'Queued' | 'Sent' | 'Delivered' | 'DeliveryFailed' | 'SendingFailed' | 'Received';

export type Party = {
  readonly phoneNumber?: string;
  readonly extensionNumber?: string;
  readonly extensionId?: string;
  readonly name?: string;
  readonly location?: string;
};

export type Recipient = Party & {
  readonly recipientId?: string;
  readonly target?: boolean;
  messageStatus?: MessageStatus;
};

/** What an attachment holds: kept as a description where the bytes can be made again. */
export type Media =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'voice'; readonly seconds: number; readonly seed: number }
  | { readonly kind: 'picture'; readonly seed: number };

export type Attachment = {
  readonly id: number;
  readonly type: 'AudioRecording' | 'AudioTranscription' | 'Text' | 'MmsAttachment';
  readonly contentType: string;
  readonly fileName?: string;
  readonly size?: number;
  readonly width?: number;
  readonly height?: number;
  readonly vmDuration?: number;
  readonly media: Media;
};

export type Message = {
  readonly id: number;
  readonly type: 'SMS' | 'VoiceMail' | 'Pager' | 'Fax';
  readonly direction: 'Inbound' | 'Outbound';
  readStatus: 'Read' | 'Unread';
  status: MessageStatus;
  availability: 'Alive' | 'Deleted' | 'Purged';
  readonly subject: string;
  readonly createdAt: number;
  modifiedAt: number;
  readonly from: Party;
  readonly to: Recipient[];
  /** Decimal, above 2^53 on purpose. */
  readonly conversationId?: string;
  attachments: Attachment[];
  deliveredAt?: number;
  deliveryErrorCode?: string;
  readonly segmentCount?: number;
  /** Pager only: whether a department is among the recipients. */
  readonly toDepartment?: boolean;
  transcriptionStatus?: 'NotAvailable' | 'InProgress' | 'Completed' | 'Failed';
};

export type CallRecord = {
  readonly id: string;
  readonly sessionId: string;
  readonly telephonySessionId: string;
  readonly partyId: string;
  readonly startedAt: number;
  readonly direction: 'Inbound' | 'Outbound';
  readonly action: string;
  readonly transport: 'PSTN' | 'VoIP';
  readonly from: Party;
  readonly to: Party;
  readonly internalType?: string;
  result?: string;
  reason?: string;
  reasonDescription?: string;
  durationMs?: number;
  /** Undefined while the call runs. */
  endedAt?: number;
  /** When the call log shows it; undefined while the call runs. */
  listedAt?: number;
  voicemailId?: number;
  deleted?: boolean;
  /** When it was changed after the log first showed it. */
  changedAt?: number;
  recording?: CallRecording;
  /** One record that stands for both legs of a RingOut. */
  readonly bothLegs?: boolean;
};

export type CallRecording = {
  readonly id: string;
  readonly type: 'Automatic' | 'OnDemand';
  readonly seconds: number;
  /** When it can be fetched; 404 until then. */
  readonly readyAt: number;
};

export type Contact = {
  readonly id: number;
  availability: 'Alive' | 'Deleted' | 'Purged';
  modifiedAt: number;
  /** The fields of RingCentral's personal contact, as the client sent them. */
  fields: Record<string, unknown>;
};

export type Colleague = {
  readonly id: string;
  readonly type: 'User' | 'Department';
  readonly extensionNumber: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly name?: string;
  readonly jobTitle?: string;
  readonly department?: string;
  readonly email: string;
  readonly directNumber?: string;
};

export type PresenceSettings = {
  userStatus: 'Offline' | 'Busy' | 'Available';
  dndStatus:
    | 'TakeAllCalls'
    | 'DoNotAcceptDepartmentCalls'
    | 'TakeDepartmentCallsOnly'
    | 'DoNotAcceptAnyCalls';
  message: string | undefined;
  allowSeeMyPresence: boolean;
  ringOnMonitoredCall: boolean;
  pickUpCallsOnHold: boolean;
};

export type CallerBlocking = {
  mode: 'Specific' | 'All';
  noCallerId: 'BlockCallsAndFaxes' | 'BlockFaxes' | 'Allow';
  payPhones: 'Block' | 'Allow';
  numbers: BlockedNumber[];
};

export type BlockedNumber = {
  readonly id: string;
  phoneNumber: string;
  label: string | undefined;
  status: 'Blocked' | 'Allowed';
};

export type TimeRange = { readonly from: string; readonly to: string };

export type BusinessHours = Readonly<Record<string, readonly TimeRange[]>>;

export type MessageTemplate = {
  readonly id: string;
  /** `Personal` where it is not said. */
  readonly scope?: 'Personal' | 'Company';
  displayName: string;
  text: string;
};
