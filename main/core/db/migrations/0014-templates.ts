/**
 * Texts to begin with, the user's own and those of the account as they were last heard of; and texts
 * of one template that are on their way to the outbox.
 */
export const sql = `
CREATE TABLE template (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  position INTEGER NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE account_template (
  server_id TEXT PRIMARY KEY,
  scope TEXT NOT NULL CHECK (scope IN ('personal', 'company')),
  title TEXT NOT NULL,
  body TEXT NOT NULL,
  position INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE text_batch (
  id TEXT PRIMARY KEY,
  title TEXT NOT NULL,
  from_number TEXT,
  created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Its words go once it is accepted: from then on it is a text like any other.
CREATE TABLE text_batch_row (
  batch_id TEXT NOT NULL REFERENCES text_batch (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT NOT NULL,
  name TEXT,
  text TEXT NOT NULL,
  send_at INTEGER,
  zone TEXT,
  is_quiet_confirmed INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused')),
  failure TEXT,
  PRIMARY KEY (batch_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX text_batch_row_by_number ON text_batch_row (number);
`;
