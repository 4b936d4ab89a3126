/** Notes and follow-ups of a call and of people, and what one timeline per person is read by. */
export const sql = `
CREATE TABLE note (
  -- By time, as messages and calls have it.
  id INTEGER PRIMARY KEY,
  call_id INTEGER REFERENCES call (id),
  contact_id INTEGER,
  number TEXT,
  extension_number TEXT,
  name TEXT,
  outcome TEXT,
  body TEXT NOT NULL DEFAULT '',
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL
) STRICT;
CREATE INDEX note_by_call ON note (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX note_by_contact ON note (contact_id, id DESC) WHERE contact_id IS NOT NULL;
CREATE INDEX note_by_number ON note (number, id DESC) WHERE number IS NOT NULL;
CREATE INDEX note_by_extension ON note (extension_number, id DESC)
  WHERE extension_number IS NOT NULL;

CREATE TABLE follow_up (
  id INTEGER PRIMARY KEY,
  note_id INTEGER REFERENCES note (id) ON DELETE SET NULL,
  call_id INTEGER REFERENCES call (id),
  contact_id INTEGER,
  number TEXT,
  extension_number TEXT,
  name TEXT,
  body TEXT NOT NULL DEFAULT '',
  due_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  done_at INTEGER,
  -- When the notification for this due time went out.
  told_at INTEGER
) STRICT;
CREATE INDEX follow_up_untold ON follow_up (due_at) WHERE done_at IS NULL AND told_at IS NULL;
CREATE INDEX follow_up_open ON follow_up (due_at, id) WHERE done_at IS NULL;
CREATE INDEX follow_up_done ON follow_up (done_at DESC, id DESC) WHERE done_at IS NOT NULL;
CREATE INDEX follow_up_by_call ON follow_up (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX follow_up_by_note ON follow_up (note_id) WHERE note_id IS NOT NULL;

-- Whom a text that was discarded was for: of a group, the first.
UPDATE activity SET number = (
    SELECT coalesce(thread_party.number, thread_party.extension_number)
    FROM message JOIN thread_party ON thread_party.thread_id = message.thread_id
    WHERE message.id = CAST(substr(activity.subject, 9) AS INTEGER)
    ORDER BY thread_party.position LIMIT 1
  ) WHERE kind = 'text-discarded' AND number IS NULL;
-- Attempts that are no call and no text of their own, whatever else a number has in the log.
CREATE INDEX activity_attempt ON activity (number, began_at DESC, id DESC)
  WHERE number IS NOT NULL AND kind IN ('call-refused', 'text-discarded');
-- Few, so that the texts of a thread are counted by their index alone.
CREATE INDEX message_discarded ON message (thread_id) WHERE is_discarded = 1;
`;
