/** Texts that are held for a moment or wait for their time. */
export const sql = `
-- Until then a text can be taken back; while it is held, it falls due at the same instant.
ALTER TABLE outbox ADD COLUMN held_until INTEGER;

-- A text that waits for its time is none yet: it becomes one, in one transaction, when it is due.
CREATE TABLE scheduled_text (
  id INTEGER PRIMARY KEY,
  thread_id INTEGER NOT NULL REFERENCES thread (id),
  client_id TEXT NOT NULL UNIQUE,
  body TEXT NOT NULL,
  from_number TEXT NOT NULL,
  send_at INTEGER NOT NULL,
  zone TEXT,
  cancel_on_reply INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'missed', 'answered', 'refused')),
  failure TEXT,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX scheduled_text_due ON scheduled_text (send_at, id) WHERE state = 'waiting';
CREATE INDEX scheduled_text_by_thread ON scheduled_text (thread_id, send_at);
`;
