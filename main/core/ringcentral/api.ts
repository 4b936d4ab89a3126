import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import type { ContactNumberLabel } from '../../../shared/model/people.ts';
import type { PresenceStatus } from '../../../shared/model/presence.ts';
import type {
  Connection,
  PausedGroup,
  PushView,
  RateGroup,
} from '../../../shared/model/session.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { TextFile } from './multipart.ts';
import type { Lane, Outcome } from './outcome.ts';
import type {
  ListPage,
  RingOutStatus,
  ServerCall,
  ServerConsent,
  ServerContact,
  ServerDevice,
  LiveNews,
  ServerExtension,
  ServerForwardingNumber,
  ServerLiveCall,
  ServerMedia,
  ServerMessage,
  ServerPhoneNumber,
  ServerPresence,
  ServerSmsRegistration,
  ServerTemplate,
  SyncPage,
} from './records.ts';

/** Where a sync goes on: a token, or, without one, a full sync from a date. */
export type SyncFrom =
  { readonly syncToken: string } | { readonly dateFrom: EpochMs; readonly recordCount: number };

/** A page of what lies between two instants; pages count from 1. */
export type ListWindow = {
  readonly dateFrom: EpochMs;
  readonly dateTo: EpochMs;
  readonly page: number;
  readonly perPage: number;
};

/** What can be written of an address-book entry; numbers by RingCentral's field. */
export type ContactFields = {
  readonly firstName: string;
  readonly lastName: string;
  readonly company: string;
  readonly jobTitle: string;
  readonly email: string;
  readonly remarks: string;
  readonly numbers: Readonly<Partial<Record<ContactNumberLabel, string>>>;
};

/** RingCentral as the features see it. Every request passes the one scheduler. */
export type RingCentralApi = {
  readonly ringOut: {
    /** Heavy, call lane: inside a Heavy penalty it is refused at once, never queued. */
    place(
      input: {
        readonly from: E164;
        readonly to: E164;
        readonly callerId: E164 | undefined;
      },
      /** Keeps a request that still waits from leaving; one that has left goes on. */
      givenUp?: AbortSignal,
    ): Promise<Outcome<RingOutStatus>>;
    /** Light. A 404 is `refused` with kind `not-found`: after the start it means the call ended. */
    getStatus(id: string): Promise<Outcome<RingOutStatus>>;
    /** Heavy, call lane. */
    cancel(id: string): Promise<Outcome<void>>;
  };
  readonly messages: {
    send(input: {
      readonly from: E164;
      readonly to: readonly E164[];
      readonly text: string;
      /** With any, it is an MMS (RingCentral's guide to SMS). */
      readonly files?: readonly TextFile[];
    }): Promise<Outcome<ServerMessage>>;
    sync(from: SyncFrom, lane?: Lane): Promise<Outcome<SyncPage<ServerMessage>>>;
    setRead(ids: readonly string[], isRead: boolean): Promise<Outcome<void>>;
    /** Light, backfill lane: what was made in a window of time, newest first. */
    list(window: ListWindow): Promise<Outcome<ListPage<ServerMessage>>>;
    /** Light: one record, also one that could not be read before. */
    get(id: string): Promise<Outcome<ServerMessage>>;
  };
  readonly callLog: {
    sync(from: SyncFrom, lane?: Lane): Promise<Outcome<SyncPage<ServerCall>>>;
    /** Heavy, backfill lane: what began in a window of time, newest first. */
    list(window: ListWindow): Promise<Outcome<ListPage<ServerCall>>>;
    /** Heavy. */
    get(id: string): Promise<Outcome<ServerCall>>;
  };
  readonly addressBook: {
    sync(from: {
      readonly syncToken: string | undefined;
      readonly pageId: string | undefined;
    }): Promise<Outcome<SyncPage<ServerContact>>>;
    /** Heavy, user lane. Empty fields are cleared. */
    create(contact: ContactFields): Promise<Outcome<ServerContact>>;
    change(id: string, contact: ContactFields): Promise<Outcome<ServerContact>>;
    remove(id: string): Promise<Outcome<void>>;
  };
  readonly media: {
    /**
     * Streams content from the address that a record names, after a host check. Medium for what
     * hangs on messages, Heavy for recordings. `range` is passed through as it is.
     */
    open(
      uri: string,
      options: {
        readonly range: string | undefined;
        readonly givenUp?: AbortSignal;
        /** The user's unless told otherwise. */
        readonly lane?: Lane;
      },
    ): Promise<Outcome<ServerMedia>>;
  };
  readonly telephony: {
    /** Light, call lane: presence with every call of the user's in progress. */
    listLive(lane?: Lane): Promise<Outcome<readonly ServerLiveCall[]>>;
    /** Light: what the user has chosen to be for others, and for calls. */
    getPresence(): Promise<Outcome<ServerPresence>>;
    /** Medium, and the same once more changes nothing; answers what it is then. */
    setPresence(status: PresenceStatus): Promise<Outcome<ServerPresence>>;
    hangUp(telephonySessionId: string): Promise<Outcome<void>>;
    setHold(
      call: { readonly telephonySessionId: string; readonly partyId: string },
      isOnHold: boolean,
    ): Promise<Outcome<void>>;
    setMuted(
      call: { readonly telephonySessionId: string; readonly partyId: string },
      isMuted: boolean,
    ): Promise<Outcome<void>>;
  };
  /** Light: the user's own and the company's. */
  readonly templates: { list(): Promise<Outcome<readonly ServerTemplate[]>> };
  readonly consents: {
    /** Light: everyone who ended texts or allowed them again; refused (403, 404) where there are none. */
    list(): Promise<Outcome<readonly ServerConsent[]>>;
    /** Light: up to 1,000 at once. */
    set(
      changes: readonly Pick<ServerConsent, 'ownNumber' | 'number' | 'isOptedOut'>[],
    ): Promise<Outcome<void>>;
  };
  readonly directory: { list(): Promise<Outcome<SyncPage<ServerContact>>> };
  readonly account: {
    getExtension(): Promise<Outcome<ServerExtension>>;
    listPhoneNumbers(): Promise<Outcome<readonly ServerPhoneNumber[]>>;
    /** Light. Whether a number is registered for texts, and how far it is. */
    getSmsRegistration(phoneNumberId: string): Promise<Outcome<ServerSmsRegistration>>;
    listForwardingNumbers(): Promise<Outcome<readonly ServerForwardingNumber[]>>;
    listDevices(): Promise<Outcome<readonly ServerDevice[]>>;
    /** The number shown for RingOut calls unless one is chosen. */
    getDefaultCallerId(): Promise<Outcome<string | undefined>>;
    /** The user permissions of the extension (`ReadMessages`, `OutboundSMS`, …). */
    listUserPermissions(): Promise<Outcome<readonly string[]>>;
  };
};

/** An app as RingCentral's developer console knows it; a public one has no secret. */
export type AppRegistration = {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
};

/** What is exchanged for tokens (RingCentral's guide to authorization). */
export type Grant =
  | { readonly method: 'jwt'; readonly jwt: string }
  /** The code of a browser sign-in, good once and for about 60 s. */
  | {
      readonly method: 'browser';
      readonly code: string;
      readonly codeVerifier: string;
      readonly redirectUri: string;
    }
  /** Ended by RingCentral on 31 March 2024; tried once for imported set-ups. */
  | {
      readonly method: 'password';
      readonly username: string;
      readonly extension: string | undefined;
      readonly password: string;
    };

export type Credentials = AppRegistration & { readonly grant: Grant };

/** The sign-in page for the browser, and the PKCE verifier its code must come with (RFC 7636, S256). */
export type Authorization = { readonly url: string; readonly codeVerifier: string };

/** How much of a rate-limit group is spent in the running window. */
export type RateBudget = {
  readonly group: RateGroup;
  readonly limit: number;
  readonly used: number;
  /** Slots of it that only calls may take. */
  readonly reservedForCalls: number;
  readonly pausedUntil: EpochMs | undefined;
};

/** Something may be new at RingCentral; what it is, sync finds out. */
export type PushHint =
  | { readonly kind: 'messages' }
  | { readonly kind: 'voicemail' }
  | { readonly kind: 'directory' }
  /** A call began, changed or ended. */
  | {
      readonly kind: 'telephony';
      readonly isIdle: boolean;
      readonly news: LiveNews;
      /** Where it was presence that told. */
      readonly presence?: ServerPresence;
    }
  /** Presence tells of what the user has chosen, and of no call. */
  | { readonly kind: 'presence'; readonly presence: ServerPresence }
  /** The connection was away: anything may have been missed. */
  | { readonly kind: 'gap' };

/** RingCentral's WebSocket subscription, kept up by the scheduler's rules. */
export type Push = {
  getState(): PushView;
  onChange(listener: () => void): () => void;
  onHint(listener: (hint: PushHint) => void): () => void;
  /** Tries to connect now instead of at the next appointed time. */
  retry(): void;
};

/** The signed-in connection: tokens, scheduler, reachability and push behind one door. */
export type RingCentralClient = {
  readonly api: RingCentralApi;
  readonly push: Push;
  /** Where the browser has to go; asks RingCentral nothing. */
  authorize(
    app: AppRegistration,
    options: { readonly redirectUri: string; readonly state: string },
  ): Authorization;
  signIn(credentials: Credentials): Promise<Outcome<void>>;
  /** Takes up the stored tokens; answers false when there are none. */
  resume(): Promise<boolean>;
  /**
   * Revokes, and forgets the tokens even when the revoke fails: those of the vault, too, which are
   * not in use.
   */
  signOut(): Promise<void>;
  /** Lets go of the session without ending it: it stays in the vault, for another core to take up. */
  release(): Promise<void>;
  readonly serverUrl: string | undefined;
  /**
   * The app permissions that came with the tokens (`scope`, RingCentral's guide to authorization);
   * undefined when none were named.
   */
  readonly permissions: readonly string[] | undefined;
  /**
   * The id of the extension that the tokens are for (`owner_id`, RingCentral's guide to
   * authorization); undefined when unknown.
   */
  readonly ownerId: string | undefined;
  getConnection(): Connection;
  /** Tries to reach RingCentral now instead of at the next appointed time. */
  retry(): void;
  getPausedGroups(): readonly PausedGroup[];
  getRateBudgets(): readonly RateBudget[];
  /** Our clock minus RingCentral's, by the `Date` of its last answer; undefined before one came. */
  getClockAheadMs(): number | undefined;
  /** Hears a change of reachability, of a paused group, or of the clock's standing. */
  onStatus(listener: () => void): () => void;
  /** Hears that the session is over for good (`invalid_grant`), with the reason. */
  onExpired(listener: (failure: Failure) => void): () => void;
  stop(): void;
};
