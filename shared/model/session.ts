import type { Failure } from '../failure.ts';
import type { CountryCode, E164, EpochMs } from './ids.ts';

/** Whether RingCentral can be reached now, and if not, what is in the way. */
export type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'online' }
  | {
      readonly state: 'offline';
      readonly cause: 'network' | 'server' | 'maintenance';
      readonly sinceAt: EpochMs;
    };

/** RingCentral's rate-limit groups. */
export type RateGroup = 'light' | 'medium' | 'heavy' | 'auth';

/** A rate-limit group that is stopped until a time, after RingCentral answered 429. */
export type PausedGroup = { readonly group: RateGroup; readonly resumesAt: EpochMs };

/** Whether something can be done with this account, and the reason if not. */
export type Capability =
  { readonly can: true } | { readonly can: false; readonly failure: Failure };

/** Where tokens are kept: the system's key ring, memory only, or a store that is only obscured. */
export type SecretsStanding = 'os' | 'session-only' | 'weak';

export type AccountView = {
  readonly extensionId: string;
  readonly name: string;
  readonly extensionNumber: string | undefined;
  readonly company: string | undefined;
  readonly homeCountry: CountryCode;
};

export type SessionState = 'signed-out' | 'signing-in' | 'signed-in' | 'expired';

/** How someone signs in; `password` comes from older set-ups alone, by import. */
export type SignInMethod = 'browser' | 'jwt' | 'password';

/** What a sign-in that is under way waits for. */
export type SignInStep =
  /** The user, in the browser; the address can be opened again or copied. */
  | {
      readonly step: 'browser';
      readonly url: string;
      readonly endsAt: EpochMs;
      /** The browser did not open by itself; the address still leads on. */
      readonly problem?: Failure;
    }
  /** RingCentral. */
  | { readonly step: 'server' };

/** What the last sign-in was made with, nothing secret: the form offers it again. */
export type LastSignIn = {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly method: SignInMethod;
  /** Whether one click is enough: nothing has to be typed again. */
  readonly isKept: boolean;
};

/** RingCentral's push connection; without it Sidetone asks for news more often. */
export type PushView =
  | { readonly state: 'off'; readonly reason?: Failure }
  | { readonly state: 'connecting' }
  | { readonly state: 'connected'; readonly sinceAt: EpochMs }
  /** Lost or refused; tried again at a time. */
  | { readonly state: 'waiting'; readonly retryAt: EpochMs; readonly reason?: Failure };

/** Everything the status line and the guards of the screens need to know. */
export type SessionView = {
  readonly state: SessionState;
  readonly demo: boolean;
  readonly serverUrl: string | undefined;
  readonly account: AccountView | undefined;
  /** The number that texts, and calls unless chosen otherwise, go out from. */
  readonly fromNumber: E164 | undefined;
  readonly connection: Connection;
  readonly pausedGroups: readonly PausedGroup[];
  readonly secretsStanding: SecretsStanding;
  /** Set while `state` is `signing-in`. */
  readonly signIn: SignInStep | undefined;
  readonly lastSignIn: LastSignIn | undefined;
  readonly push: PushView;
  /** How far this computer's clock is from RingCentral's (positive: ahead), when it is minutes. */
  readonly clockAheadMs: number | undefined;
  readonly canCall: Capability;
  readonly canText: Capability;
  readonly canReadTexts: Capability;
  readonly canReadCalls: Capability;
  readonly canReadContacts: Capability;
  /** Changing the address book: the Contacts permission and EditPersonalContacts. */
  readonly canEditContacts: Capability;
  /** Listening to call recordings: ReadCallRecording. */
  readonly canPlayRecordings: Capability;
  /** Listening to voicemails, and what comes with texts: ReadMessageContent. */
  readonly canPlayVoicemail: Capability;
  /** Ending a connected call: RingCentral's CallControl permission. */
  readonly canHangUp: Capability;
  /** Choosing what colleagues see: RingCentral's EditPresence permission. */
  readonly canSetPresence: Capability;
};

/** The short answer that CRM integrations ask for. */
export type StatusView = {
  /** Whether an account has been set up here. */
  readonly enabled: boolean;
  /** Whether its tokens are good as far as is known. */
  readonly authenticated: boolean;
  readonly fromNumber: E164 | undefined;
  readonly serverUrl: string | undefined;
};

/** One value found in an imported `.env`; a secret shows its ends at most. */
export type ImportField = {
  /** `RINGCENTRAL_CLIENT_ID` */
  readonly variable: string;
  readonly shown: string;
  /** Why it cannot be used as it is. */
  readonly problem?: Failure;
};

/** What an import would do; the values themselves stay in the main process. */
export type ImportDraft = {
  readonly id: string;
  readonly source: 'text' | 'environment';
  readonly fields: readonly ImportField[];
  /** The way it would sign in; undefined when something needed is missing. */
  readonly method: SignInMethod | undefined;
  /** Why it cannot be used yet. */
  readonly obstacle?: Failure;
};

/** What became of `RINGCENTRAL_PHONE_NUMBER`. */
export type ImportedNumber =
  | { readonly kind: 'none' }
  /** The default of the named things from now on. */
  | {
      readonly kind: 'taken';
      readonly number: E164;
      readonly as: readonly ('call-from' | 'text-from')[];
    }
  /** Not the extension's, or not able to: these are, and can. */
  | { readonly kind: 'refused'; readonly given: string; readonly usable: readonly E164[] };

export type ImportOutcome = { readonly session: SessionView; readonly number: ImportedNumber };
