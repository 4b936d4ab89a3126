import { failure } from '../../../shared/failure.ts';
import type { Connection, PausedGroup } from '../../../shared/model/session.ts';
import type { RingCentralApi, RingCentralClient } from '../../../main/core/ringcentral/api.ts';
import type { Outcome } from '../../../main/core/ringcentral/outcome.ts';
import type { RingOutStatus, ServerMessage } from '../../../main/core/ringcentral/records.ts';
import { createFakePush, type FakePush } from './fake-push.ts';

type SendInput = Parameters<RingCentralApi['messages']['send']>[0];
type PlaceInput = Parameters<RingCentralApi['ringOut']['place']>[0];
type Answer<Input, T> = Outcome<T> | ((input: Input) => Outcome<T> | Promise<Outcome<T>>);

/** A RingCentral that a test answers for; it keeps what it was asked. */
export type FakeClient = Pick<
  RingCentralClient,
  'api' | 'getConnection' | 'getPausedGroups' | 'getClockAheadMs' | 'onStatus'
> & {
  readonly push: FakePush;
  readonly sent: SendInput[];
  readonly placed: PlaceInput[];
  readonly cancelled: string[];
  readonly polled: string[];
  readonly markedRead: string[][];
  /** What Call Control was asked for: `hold s-1/p-1`. */
  readonly controlled: string[];
  /** Calls wait for a token or a slot, and leave only when they are given up. */
  isWaiting: boolean;
  /** Our clock minus RingCentral's. */
  clockAheadMs: number | undefined;
  answerSend: Answer<SendInput, ServerMessage>;
  answerPlace: Answer<PlaceInput, RingOutStatus>;
  answerStatus: Answer<string, RingOutStatus>;
  answerCancel: Answer<string, void>;
  answerRead: Outcome<void>;
  answerControl: Answer<string, void>;
  setConnection(connection: Connection): void;
  setPaused(paused: readonly PausedGroup[]): void;
};

/** Starts one that is online, accepts every text and rings the user's phone for every call. */
export function createFakeClient(): FakeClient {
  const listeners = new Set<() => void>();
  let connection: Connection = { state: 'online' };
  let paused: readonly PausedGroup[] = [];
  let nextId = 1;
  const fake: FakeClient = {
    push: createFakePush(),
    sent: [],
    placed: [],
    cancelled: [],
    polled: [],
    markedRead: [],
    controlled: [],
    isWaiting: false,
    clockAheadMs: undefined,
    answerSend: (input) => accept(input, String((nextId += 1))),
    answerPlace: ringing,
    answerStatus: ringing,
    answerCancel: { kind: 'ok', value: undefined },
    answerRead: { kind: 'ok', value: undefined },
    answerControl: { kind: 'ok', value: undefined },
    setConnection(next) {
      connection = next;
      for (const listener of listeners) listener();
    },
    setPaused(next) {
      paused = next;
    },
    getConnection: () => connection,
    getPausedGroups: () => paused,
    getClockAheadMs: () => fake.clockAheadMs,
    onStatus(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get api() {
      return api;
    },
  };
  const control = (what: string) => {
    fake.controlled.push(what);
    return give(fake.answerControl, what);
  };
  type LegName = Parameters<RingCentralApi['telephony']['setHold']>[0];
  const named = ({ telephonySessionId, partyId }: LegName): string =>
    `${telephonySessionId}/${partyId}`;
  const api = {
    telephony: {
      hangUp: (id: string) => control(`hang-up ${id}`),
      setHold: (leg: LegName, isOnHold: boolean) =>
        control(`${isOnHold ? 'hold' : 'resume'} ${named(leg)}`),
      setMuted: (leg: LegName, isMuted: boolean) =>
        control(`${isMuted ? 'mute' : 'unmute'} ${named(leg)}`),
    },
    ringOut: {
      async place(input: PlaceInput, givenUp?: AbortSignal) {
        fake.placed.push(input);
        if (fake.isWaiting) {
          await new Promise((resolve) => givenUp?.addEventListener('abort', resolve));
          return notSent;
        }
        return give(fake.answerPlace, input);
      },
      getStatus(id: string) {
        fake.polled.push(id);
        return give(fake.answerStatus, id);
      },
      cancel(id: string) {
        fake.cancelled.push(id);
        return give(fake.answerCancel, id);
      },
    },
    messages: {
      send(input: SendInput) {
        fake.sent.push(input);
        return give(fake.answerSend, input);
      },
      setRead(ids: readonly string[]) {
        fake.markedRead.push([...ids]);
        return Promise.resolve(fake.answerRead);
      },
    },
    // What the code under test does not use is not there: using it fails the test.
  } as unknown as RingCentralApi;
  return fake;
}

/** RingCentral takes a text: the record that its answer carries. */
export function accept(input: SendInput, id: string): Outcome<ServerMessage> {
  const party = { extensionNumber: undefined, name: undefined };
  return {
    kind: 'ok',
    value: {
      id,
      type: 'SMS',
      direction: 'Outbound',
      readStatus: 'Read',
      messageStatus: 'Queued',
      availability: 'Alive',
      subject: input.text,
      createdAt: 1,
      modifiedAt: 1,
      from: { ...party, phoneNumber: input.from },
      to: input.to.map((phoneNumber) => ({ ...party, phoneNumber })),
      conversationId: `conversation-of-${input.to.join('-')}`,
      attachments: [],
      deliveryErrorCode: undefined,
      transcriptionStatus: undefined,
    },
  };
}

/** A RingOut status by its words for call, caller and callee. */
export function status(
  callStatus: string,
  callerStatus: string,
  calleeStatus: string,
): Outcome<RingOutStatus> {
  return { kind: 'ok', value: { id: 'ring-out-1', callStatus, callerStatus, calleeStatus } };
}

/** The user's own phone rings. */
export const ringing = status('InProgress', 'InProgress', 'InProgress');
/** Nothing was written to the wire. */
export const notSent = {
  kind: 'not-sent',
  failure: failure('offline', 'network.offline'),
} as const;
/** The request went out and no answer came back. */
export const noAnswer = {
  kind: 'unknown',
  failure: failure('offline', 'network.timeout'),
} as const;

/** An outcome that a test gives when it wants to. */
export function later<T>(): { readonly outcome: Promise<T>; readonly give: (value: T) => void } {
  const { promise, resolve } = Promise.withResolvers<T>();
  return { outcome: promise, give: resolve };
}

async function give<Input, T>(answer: Answer<Input, T>, input: Input): Promise<Outcome<T>> {
  return typeof answer === 'function' ? answer(input) : answer;
}
