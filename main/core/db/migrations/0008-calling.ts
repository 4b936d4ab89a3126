/** What calling from anywhere needs to remember. */
export const sql = `
-- Digits that were to be keyed in by hand once connected.
ALTER TABLE call ADD COLUMN key_in TEXT;
-- A call that was seen ringing has a row before the call log knows of it.
ALTER TABLE call ADD COLUMN telephony_session_id TEXT;
CREATE INDEX call_by_session ON call (telephony_session_id) WHERE telephony_session_id IS NOT NULL;
-- The queue an incoming call came through.
ALTER TABLE call ADD COLUMN queue TEXT;

-- What the user has chosen for someone: the number they see, and where they are.
CREATE TABLE contact_preference (
  contact_id INTEGER PRIMARY KEY REFERENCES contact (id) ON DELETE CASCADE,
  caller_id TEXT,
  time_zone TEXT
) STRICT;

-- The number that calls to a country show, where one was chosen for someone without a contact.
CREATE TABLE country_caller_id (
  country TEXT PRIMARY KEY,
  caller_id TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE do_not_call (
  number TEXT PRIMARY KEY,
  reason TEXT NOT NULL DEFAULT '',
  added_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX do_not_call_by_time ON do_not_call (added_at DESC, number);
`;
