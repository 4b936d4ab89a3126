import type { Database } from 'better-sqlite3';
import type { EpochMs, WebhookId } from '../../../shared/model/ids.ts';
import type { LocalEventType } from '../../../shared/model/local-events.ts';
import type { WebhookResult, WebhookView } from '../../../shared/model/webhooks.ts';
import { defineQuery } from '../db/define-query.ts';
import { toId } from '../db/row-id.ts';
import { allRows, getRow, insert, run } from '../db/statement.ts';

/** A webhook as the archive knows it; the secret is the vault's. */
export type StoredWebhook = Omit<WebhookView, 'hasSecret'> & { readonly rowId: number };

type WebhookRow = {
  readonly id: number;
  readonly url: string;
  readonly types: string;
  readonly is_on: number;
  readonly tried_at: number | null;
  readonly result: string | null;
  readonly given_up: number;
  readonly waiting: number;
};

const columns = `webhook.*, (
    SELECT count(*) FROM webhook_delivery WHERE webhook_id = webhook.id
  ) AS waiting`;

function toStored(row: WebhookRow): StoredWebhook {
  const { tried_at: at, result } = row;
  return {
    rowId: row.id,
    id: toId<WebhookId>(row.id),
    url: row.url,
    types: JSON.parse(row.types) as readonly LocalEventType[],
    isOn: row.is_on === 1,
    last:
      at === null || result === null
        ? undefined
        : { at, result: JSON.parse(result) as WebhookResult },
    waiting: row.waiting,
    givenUp: row.given_up,
  };
}

export const listWebhooks = defineQuery('webhooks.list', (db): readonly StoredWebhook[] =>
  allRows<WebhookRow>(db, `SELECT ${columns} FROM webhook ORDER BY id`).map(toStored),
);

export const getWebhook = defineQuery(
  'webhooks.get',
  (db, { id }: { readonly id: number }): StoredWebhook | undefined => findWebhook(db, id),
);

function findWebhook(db: Database, id: number): StoredWebhook | undefined {
  const row = getRow<WebhookRow>(db, `SELECT ${columns} FROM webhook WHERE id = ?`, id);
  return row && toStored(row);
}

/** Adds one, unless there are `most` already; answers its row id. */
export const addWebhook = defineQuery(
  'webhooks.add',
  (
    db,
    input: {
      readonly url: string;
      readonly types: readonly LocalEventType[];
      readonly at: EpochMs;
      readonly most: number;
    },
  ): number | undefined => {
    const sql = 'SELECT count(*) AS count, max(id) AS last FROM webhook';
    const known = getRow<{ count: number; last: number | null }>(db, sql);
    if ((known?.count ?? 0) >= input.most) return undefined;
    // Never one that was another's: a backup that has that one would have it sign with this secret.
    return insert(
      db,
      'INSERT INTO webhook (id, url, types, created_at) VALUES (?, ?, ?, ?)',
      Math.max(input.at, (known?.last ?? 0) + 1),
      input.url,
      JSON.stringify(input.types),
      input.at,
    );
  },
);

/** Changes one; what it does not want any more it is not told of. */
export const changeWebhook = defineQuery(
  'webhooks.change',
  (
    db,
    input: {
      readonly id: number;
      readonly url: string;
      readonly types: readonly LocalEventType[];
      readonly isOn: boolean;
      readonly now: EpochMs;
    },
  ): StoredWebhook | undefined => {
    const { id, url, isOn, now } = input;
    const types = JSON.stringify(input.types);
    run(
      db,
      'UPDATE webhook SET url = ?, types = ?, is_on = ? WHERE id = ?',
      url,
      types,
      isOn ? 1 : 0,
      id,
    );
    run(
      db,
      `DELETE FROM webhook_delivery WHERE webhook_id = ? AND (? = 0 OR (
         SELECT type FROM event WHERE seq = event_seq
       ) NOT IN (SELECT value FROM json_each(?)))`,
      id,
      isOn ? 1 : 0,
      types,
    );
    // It may work now: what waits is tried at once.
    dueNow(db, id, now);
    return findWebhook(db, id);
  },
);

export const removeWebhook = defineQuery(
  'webhooks.remove',
  (db, { id }: { readonly id: number }): void => {
    run(db, 'DELETE FROM webhook WHERE id = ?', id);
  },
);

/** An event that a webhook is to be told of now. */
export type DueDelivery = {
  readonly webhookId: number;
  readonly seq: number;
  readonly attempts: number;
  /** When the event was taken in. */
  readonly at: EpochMs;
};

const idleSql =
  'SELECT id FROM webhook WHERE is_on = 1 AND id NOT IN (SELECT value FROM json_each(?))';

/** The next deliveries of each webhook that is on and not being told, in the order of the events. */
export const listDueDeliveries = defineQuery(
  'webhooks.list-due',
  (
    db,
    input: {
      readonly now: EpochMs;
      /** Nothing waits for longer: what is due later was dated before the clock was put back. */
      readonly latest: EpochMs;
      readonly each: number;
      /** Webhooks that are being told. */
      readonly busy: readonly number[];
    },
  ): readonly DueDelivery[] =>
    allRows<{ id: number }>(db, idleSql, JSON.stringify(input.busy)).flatMap(({ id }) =>
      allRows<DueDelivery>(
        db,
        `SELECT webhook_id AS webhookId, event_seq AS seq, attempts, event.at
         FROM webhook_delivery JOIN event ON event.seq = event_seq
         WHERE webhook_id = ? AND (due_at <= ? OR due_at > ?) ORDER BY event_seq LIMIT ?`,
        id,
        input.now,
        input.latest,
        input.each,
      ),
    ),
);

/** When the next delivery of those that are not being told falls due; undefined when none waits. */
export const nextDueAt = defineQuery(
  'webhooks.next-due',
  (db, { busy }: { readonly busy: readonly number[] }): EpochMs | undefined =>
    getRow<{ at: number | null }>(
      db,
      `SELECT min(due_at) AS at FROM webhook_delivery WHERE webhook_id IN (${idleSql})`,
      JSON.stringify(busy),
    )?.at ?? undefined,
);

/** Whether an attempt says of the receiver that it is away, and not of one event that it was not taken. */
export function saysAway(result: WebhookResult): boolean {
  if (result.kind !== 'refused') return result.kind !== 'arrived';
  return result.status >= 500 || [408, 425, 429].includes(result.status);
}

/** What an attempt means for the delivery. */
export type Settlement =
  /** It arrived, or what it was about is gone. */
  | { readonly next: 'done' }
  | { readonly next: 'give-up' }
  /** `forAll`: whatever else waits for this webhook is not tried earlier either. */
  | { readonly next: 'wait'; readonly until: EpochMs; readonly forAll: boolean }
  /** The receiver wants nothing more. */
  | { readonly next: 'switch-off' };

/** Writes what came of an attempt; without a result there was none. */
export const settleDelivery = defineQuery(
  'webhooks.settle',
  (
    db,
    input: {
      readonly webhookId: number;
      readonly seq: number;
      readonly now: EpochMs;
      /** Nothing waits for longer. */
      readonly latest: EpochMs;
      readonly result: WebhookResult | undefined;
      readonly settlement: Settlement;
    },
  ): void => {
    const { webhookId: id, seq, result, settlement } = input;
    const isBack = result?.kind === 'arrived' && wasAway(db, id);
    if (result !== undefined) noteResult(db, { id, result, now: input.now });
    const { next } = settlement;
    if (next === 'wait') {
      const { until, forAll } = settlement;
      const one = 'webhook_id = ? AND event_seq = ?';
      run(
        db,
        `UPDATE webhook_delivery SET attempts = attempts + 1, due_at = ? WHERE ${one}`,
        until,
        id,
        seq,
      );
      const later =
        'UPDATE webhook_delivery SET due_at = min(max(due_at, ?), ?) WHERE webhook_id = ?';
      if (forAll) run(db, later, until, input.latest, id);
      return;
    }
    run(db, 'DELETE FROM webhook_delivery WHERE webhook_id = ? AND event_seq = ?', id, seq);
    // What waited for it waits no longer.
    if (isBack) dueNow(db, id, input.now);
    if (next === 'give-up') run(db, 'UPDATE webhook SET given_up = given_up + 1 WHERE id = ?', id);
    if (next !== 'switch-off') return;
    run(db, 'UPDATE webhook SET is_on = 0 WHERE id = ?', id);
    run(db, 'DELETE FROM webhook_delivery WHERE webhook_id = ?', id);
  },
);

/** Writes what came of a test. */
export const noteTest = defineQuery(
  'webhooks.note-test',
  (
    db,
    input: { readonly id: number; readonly result: WebhookResult; readonly now: EpochMs },
  ): void => {
    noteResult(db, input);
    // Whoever answers a test answers the rest.
    if (input.result.kind === 'arrived') dueNow(db, input.id, input.now);
  },
);

function wasAway(db: Database, id: number): boolean {
  const row = getRow<{ result: string | null }>(db, 'SELECT result FROM webhook WHERE id = ?', id);
  const last = row?.result;
  return last !== undefined && last !== null && saysAway(JSON.parse(last) as WebhookResult);
}

function dueNow(db: Database, id: number, now: EpochMs): void {
  run(db, 'UPDATE webhook_delivery SET due_at = min(due_at, ?) WHERE webhook_id = ?', now, id);
}

function noteResult(
  db: Database,
  input: { readonly id: number; readonly result: WebhookResult; readonly now: EpochMs },
): void {
  const { id, result, now } = input;
  run(
    db,
    `UPDATE webhook SET tried_at = ?, result = ?, given_up = iif(?, 0, given_up) WHERE id = ?`,
    now,
    JSON.stringify(result),
    result.kind === 'arrived' ? 1 : 0,
    id,
  );
}
