/** Texts that are held for a moment or wait for their time. */
export const sql = `
-- Until then a text can be taken back, and it falls due at the same instant. Cleared when the hold
-- ends: a row that has it after a start was being held when Sidetone ended.
ALTER TABLE outbox ADD COLUMN held_until INTEGER;
CREATE INDEX outbox_held ON outbox (held_until) WHERE held_until IS NOT NULL;

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
  -- JSON: what the user has said yes to, and why.
  confirmed TEXT NOT NULL DEFAULT '[]',
  reason TEXT,
  state TEXT NOT NULL DEFAULT 'waiting'
    CHECK (state IN ('waiting', 'missed', 'answered', 'refused')),
  failure TEXT,
  -- By RingCentral's clock, which dates the answers.
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX scheduled_text_due ON scheduled_text (send_at, id) WHERE state = 'waiting';
CREATE INDEX scheduled_text_by_thread ON scheduled_text (thread_id, send_at);
CREATE INDEX scheduled_text_asking ON scheduled_text (send_at, id) WHERE state <> 'waiting';
`;
