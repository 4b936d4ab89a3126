import type { Database } from 'better-sqlite3';
import type { EpochMs, TemplateId, ThreadId } from '../../../shared/model/ids.ts';
import type { Template } from '../../../shared/model/templates.ts';
import { personFields, type MergeValues } from '../../../shared/merge.ts';
import { findPeople } from '../contacts/rows.ts';
import { toPeopleRecords } from '../contacts/views/rows.ts';
import { defineQuery } from '../db/define-query.ts';
import { toId, toRowId } from '../db/row-id.ts';
import { allRows, getRow, insert, run } from '../db/statement.ts';

/** As many as are kept. */
export const mostTemplates = 500;

type OwnRow = {
  readonly id: number;
  readonly title: string;
  readonly body: string;
  readonly changed_at: number;
};
type AccountRow = {
  readonly server_id: string;
  readonly scope: 'personal' | 'company';
  readonly title: string;
  readonly body: string;
};

/** What is kept of a template of the account. */
export type AccountTemplate = {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly scope: 'personal' | 'company';
};

/** The user's own in their order, and those of the account as they were last heard of. */
export const listTemplates = defineQuery(
  'templates.list',
  (db): { readonly own: readonly Template[]; readonly account: readonly Template[] } => ({
    own: allRows<OwnRow>(
      db,
      'SELECT id, title, body, changed_at FROM template ORDER BY position, id',
    ).map(toTemplate),
    account: allRows<AccountRow>(
      db,
      'SELECT server_id, scope, title, body FROM account_template ORDER BY position, server_id',
    ).map(({ server_id: serverId, scope, title, body }) => ({
      id: `account-${serverId}` as TemplateId,
      title,
      body,
      source: scope,
      changedAt: undefined,
    })),
  }),
);

/** Writes a template of the user's; a new one comes last. Answers why not, where it cannot. */
export const saveTemplate = defineQuery(
  'templates.save',
  (
    db,
    input: {
      readonly templateId: TemplateId | undefined;
      readonly title: string;
      readonly body: string;
      readonly at: EpochMs;
    },
  ): Template | 'gone' | 'too-many' => {
    const { templateId, title, body, at } = input;
    if (templateId !== undefined) {
      const sql = 'UPDATE template SET title = ?, body = ?, changed_at = ? WHERE id = ?';
      const id = toRowId(templateId) ?? 0;
      if (run(db, sql, title, body, at, id) === 0) return 'gone';
      return toTemplate({ id, title, body, changed_at: at });
    }
    const { count, last } = getRow<{ count: number; last: number | null }>(
      db,
      'SELECT count(*) AS count, max(position) AS last FROM template',
    ) ?? { count: 0, last: null };
    if (count >= mostTemplates) return 'too-many';
    const id = insert(
      db,
      'INSERT INTO template (title, body, position, changed_at) VALUES (?, ?, ?, ?)',
      title,
      body,
      (last ?? 0) + 1,
      at,
    );
    return toTemplate({ id, title, body, changed_at: at });
  },
);

export const removeTemplate = defineQuery(
  'templates.remove',
  (db, input: { readonly templateId: TemplateId }): void => {
    run(db, 'DELETE FROM template WHERE id = ?', toRowId(input.templateId) ?? 0);
  },
);

/** Puts those that are named first, in that order; what is not named follows as it stood. */
export const orderTemplates = defineQuery(
  'templates.order',
  (db, input: { readonly templateIds: readonly TemplateId[] }): void => {
    const named = input.templateIds.flatMap((id) => toRowId(id) ?? []);
    const all = allRows<{ id: number }>(db, 'SELECT id FROM template ORDER BY position, id');
    const others = all.map(({ id }) => id).filter((id) => !named.includes(id));
    for (const [index, id] of [...named, ...others].entries()) {
      run(db, 'UPDATE template SET position = ? WHERE id = ?', index + 1, id);
    }
  },
);

/** Keeps what the account has now, in place of what it had; answers whether that is something else. */
export const keepAccountTemplates = defineQuery(
  'templates.keep-account',
  (db, templates: readonly AccountTemplate[]): boolean => {
    const before = allRows<AccountRow>(
      db,
      'SELECT server_id, scope, title, body FROM account_template ORDER BY position, server_id',
    ).map(({ server_id: id, scope, title, body }) => ({ id, title, body, scope }));
    if (JSON.stringify(before) === JSON.stringify(templates.map(inOrder))) return false;
    run(db, 'DELETE FROM account_template');
    for (const [index, { id, scope, title, body }] of templates.entries()) {
      run(
        db,
        `INSERT INTO account_template (server_id, scope, title, body, position)
         VALUES (?, ?, ?, ?, ?) ON CONFLICT (server_id) DO NOTHING`,
        id,
        scope,
        title,
        body,
        index,
      );
    }
    return true;
  },
);

/** What is known of who has a number, or of the other side of a thread with one person. */
export const readPersonFields = defineQuery(
  'templates.person-fields',
  (db, input: { readonly number: string } | { readonly threadId: ThreadId }): MergeValues => {
    if ('number' in input) return fieldsOfNumber(db, input.number, undefined);
    const parties = allRows<{ number: string | null; name: string | null }>(
      db,
      'SELECT number, name FROM thread_party WHERE thread_id = ?',
      toRowId(input.threadId) ?? 0,
    );
    const [party, ...others] = parties;
    if (party === undefined || others.length > 0) return personFields({ name: undefined });
    return fieldsOfNumber(db, party.number, party.name ?? undefined);
  },
);

function fieldsOfNumber(
  db: Database,
  number: string | null,
  name: string | undefined,
): MergeValues {
  const [person] = number === null ? [] : findPeople(db, { number, extension_number: null });
  const [record] = person === undefined ? [] : toPeopleRecords(db, [person.id]);
  return personFields(record ?? { name });
}

function toTemplate({ id, title, body, changed_at: changedAt }: OwnRow): Template {
  return { id: toId<TemplateId>(id), title, body, source: 'own', changedAt };
}

function inOrder({ id, title, body, scope }: AccountTemplate): AccountTemplate {
  return { id, title, body, scope };
}
