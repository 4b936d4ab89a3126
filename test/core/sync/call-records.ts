import type { Database } from 'better-sqlite3';
import { nextRowId } from '../../../main/core/db/row-id.ts';
import type { SyncedCallRecord } from '../../../main/core/sync/calls/mapping.ts';
import { startOfTests } from '../support/manual-clock.ts';

export const me = '+15125550123';
export const ada = '+12125550142';
export const bob = '+12125550143';
export const t0 = startOfTests;

const party = (number: string | undefined, name?: string) => ({
  number,
  extensionNumber: undefined,
  name,
});

/** Seconds after the start of the test, as a time. */
export const after = (seconds: number): number => t0 + seconds * 1_000;

/** The leg of a RingOut to the other side. */
export function outLeg(
  session: number,
  seconds: number,
  more: Partial<SyncedCallRecord> & { readonly callee?: string } = {},
): SyncedCallRecord {
  const { callee = ada, ...rest } = more;
  return {
    serverId: `out-${session}`,
    sessionId: String(session),
    telephonySessionId: undefined,
    direction: 'outbound',
    action: 'RingOut Web',
    result: 'Call connected',
    from: party(undefined, 'Dana Whitlock'),
    to: party(callee),
    startedAt: after(seconds),
    durationSeconds: 24,
    isDeleted: false,
    recording: undefined,
    voicemailId: undefined,
    ...rest,
  };
}

/**
 * Its leg to the user's own phone, with the numbers crosswise (RingCentral's samples of active
 * calls).
 */
export function ownLeg(
  session: number,
  seconds: number,
  more: Partial<SyncedCallRecord> & { readonly callee?: string } = {},
): SyncedCallRecord {
  const { callee = ada, ...rest } = more;
  return {
    ...outLeg(session, seconds),
    serverId: `own-${session}`,
    direction: 'inbound',
    action: 'Phone Call',
    result: 'Accepted',
    from: party(callee, 'Ada'),
    to: party(me),
    durationSeconds: 38,
    ...rest,
  };
}

/** A call that someone placed to the user. */
export function inbound(
  session: number,
  seconds: number,
  more: Partial<SyncedCallRecord> = {},
): SyncedCallRecord {
  return { ...ownLeg(session, seconds), serverId: `in-${session}`, result: 'Missed', ...more };
}

/** Writes a call as it is when it has been placed here; answers its row id. */
export function insertLocal(
  db: Database,
  seconds: number,
  more: { number?: string; outcome?: string; ringOutId?: string | null; failure?: string } = {},
): number {
  const at = after(seconds);
  const id = nextRowId(db, 'call', at);
  db.prepare(
    `INSERT INTO call (id, local_id, ringout_id, direction, outcome, number, typed, phone_number,
       started_at, failure) VALUES (?, ?, ?, 'outbound', ?, ?, 'typed', ?, ?, ?)`,
  ).run(
    id,
    `local-${id}`,
    more.ringOutId === undefined ? `ringout-${id}` : more.ringOutId,
    more.outcome ?? 'connected',
    more.number ?? ada,
    me,
    at,
    more.failure ?? null,
  );
  return id;
}

/** All orders of a list. */
export function ordersOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  if (list.length < 2) return [list];
  return list.flatMap((first, index) =>
    ordersOf([...list.slice(0, index), ...list.slice(index + 1)]).map((rest) =>
      [first].concat(rest),
    ),
  );
}
