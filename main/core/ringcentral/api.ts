import type { E164, EpochMs } from '../../../shared/model/ids.ts';
import type { Connection, PausedGroup } from '../../../shared/model/session.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Lane, Outcome } from './outcome.ts';
import type {
  RingOutStatus,
  ServerCall,
  ServerContact,
  ServerDevice,
  ServerExtension,
  ServerForwardingNumber,
  ServerMessage,
  ServerPhoneNumber,
  SyncPage,
} from './records.ts';

/** Where a sync goes on: a token, or, without one, a full sync from a date. */
export type SyncFrom =
  { readonly syncToken: string } | { readonly dateFrom: EpochMs; readonly recordCount: number };

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
    }): Promise<Outcome<ServerMessage>>;
    sync(from: SyncFrom, lane?: Lane): Promise<Outcome<SyncPage<ServerMessage>>>;
    setRead(ids: readonly string[], isRead: boolean): Promise<Outcome<void>>;
  };
  readonly callLog: {
    sync(from: SyncFrom, lane?: Lane): Promise<Outcome<SyncPage<ServerCall>>>;
  };
  readonly addressBook: {
    sync(from: {
      readonly syncToken: string | undefined;
      readonly pageId: string | undefined;
    }): Promise<Outcome<SyncPage<ServerContact>>>;
  };
  readonly directory: { list(): Promise<Outcome<SyncPage<ServerContact>>> };
  readonly account: {
    getExtension(): Promise<Outcome<ServerExtension>>;
    listPhoneNumbers(): Promise<Outcome<readonly ServerPhoneNumber[]>>;
    listForwardingNumbers(): Promise<Outcome<readonly ServerForwardingNumber[]>>;
    listDevices(): Promise<Outcome<readonly ServerDevice[]>>;
    /** The number shown for RingOut calls unless one is chosen. */
    getDefaultCallerId(): Promise<Outcome<string | undefined>>;
  };
};

/** What signing in needs; the secret is absent for public clients. */
export type Credentials = {
  readonly serverUrl: string;
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  readonly jwt: string;
};

/** The signed-in connection: tokens, scheduler and reachability behind one door. */
export type RingCentralClient = {
  readonly api: RingCentralApi;
  signIn(credentials: Credentials): Promise<Outcome<void>>;
  /** Takes up the stored tokens; answers false when there are none. */
  resume(): Promise<boolean>;
  /** Revokes, and forgets the tokens even when the revoke fails. */
  signOut(): Promise<void>;
  readonly serverUrl: string | undefined;
  getConnection(): Connection;
  /** Tries to reach RingCentral now instead of at the next appointed time. */
  retry(): void;
  getPausedGroups(): readonly PausedGroup[];
  /** Hears a change of reachability or of a paused group. */
  onStatus(listener: () => void): () => void;
  /** Hears that the session is over for good (`invalid_grant`), with the reason. */
  onExpired(listener: (failure: Failure) => void): () => void;
  stop(): void;
};
