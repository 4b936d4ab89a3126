/** What is written and not sent, and the files that go with it. */
export const sql = `
-- The bytes lie in the profile under the id; exactly one of the three says what they belong to.
CREATE TABLE outgoing_file (
  id TEXT PRIMARY KEY,
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  size_bytes INTEGER NOT NULL,
  width INTEGER,
  height INTEGER,
  position INTEGER NOT NULL DEFAULT 0,
  draft_key TEXT,
  scheduled_id INTEGER REFERENCES scheduled_text (id) ON DELETE CASCADE,
  message_id INTEGER REFERENCES message (id) ON DELETE CASCADE,
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX outgoing_file_by_message ON outgoing_file (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outgoing_file_by_scheduled ON outgoing_file (scheduled_id)
  WHERE scheduled_id IS NOT NULL;
CREATE INDEX outgoing_file_by_draft ON outgoing_file (draft_key) WHERE draft_key IS NOT NULL;

-- Of a thread by its row id, or 'new': the text that is being begun.
CREATE TABLE draft (
  key TEXT PRIMARY KEY,
  body TEXT NOT NULL,
  -- JSON: numbers as typed or E.164.
  recipients TEXT NOT NULL DEFAULT '[]',
  from_number TEXT,
  changed_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`;
