import type { RingCentralApi } from './api.ts';
import type { Outcome } from './outcome.ts';
import { account, extension } from './paths.ts';
import type { Requester } from './requester.ts';
import { readChosenPresence, readPresence, toUserStatus } from './schemas-telephony.ts';

/** A call that is up does not wait for a button for longer. */
const timeoutMs = 10_000;

/** Calls in progress: presence tells of them, Call Control changes them. */
export function createTelephony(send: Requester): RingCentralApi['telephony'] {
  const session = (id: string): string => `${account}/telephony/sessions/${encodeURIComponent(id)}`;
  const party = (call: { readonly telephonySessionId: string; readonly partyId: string }): string =>
    `${session(call.telephonySessionId)}/parties/${encodeURIComponent(call.partyId)}`;
  const act = (
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: Readonly<Record<string, unknown>>,
  ): Promise<Outcome<void>> =>
    send({
      method,
      path,
      ...(body !== undefined && { body }),
      lane: 'call',
      area: 'call-control',
      timeoutMs,
      parse: nothing,
    });
  return {
    listLive: (lane = 'call') =>
      send({
        method: 'GET',
        path: `${extension}/presence`,
        query: { detailedTelephonyState: true },
        lane,
        area: 'other',
        timeoutMs,
        parse: readPresence,
      }),
    getPresence: () =>
      send({
        method: 'GET',
        path: `${extension}/presence`,
        lane: 'sync',
        area: 'other',
        timeoutMs,
        parse: readChosenPresence,
      }),
    setPresence: (status) =>
      send({
        method: 'PUT',
        path: `${extension}/presence`,
        body: { userStatus: toUserStatus(status) },
        lane: 'user',
        area: 'other',
        timeoutMs,
        parse: readChosenPresence,
      }),
    hangUp: (id) => act('DELETE', session(id)),
    setHold: (call, isOnHold) => act('POST', `${party(call)}/${isOnHold ? 'hold' : 'unhold'}`, {}),
    setMuted: (call, isMuted) => act('PATCH', party(call), { party: { muted: isMuted } }),
  };
}

const nothing = (): void => undefined;
