/** Calls with what hangs on them, attachments by their message, and how far the backfill has come. */
export const sql = `
-- RingCentral numbers attachments within their message.
CREATE TABLE attachment_of_message (
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  server_id TEXT NOT NULL,
  uri TEXT NOT NULL,
  type TEXT NOT NULL,
  content_type TEXT NOT NULL,
  file_name TEXT,
  size_bytes INTEGER,
  PRIMARY KEY (message_id, server_id)
) STRICT, WITHOUT ROWID;
INSERT INTO attachment_of_message
  SELECT message_id, server_id, uri, type, content_type, file_name, size_bytes FROM attachment;
DROP TABLE attachment;
ALTER TABLE attachment_of_message RENAME TO attachment;

-- A missed call counts as new until the list of calls has been looked at.
ALTER TABLE call ADD COLUMN is_new INTEGER NOT NULL DEFAULT 0;
-- The record whose recording is played, and RingCentral's id of the voicemail that was left.
ALTER TABLE call ADD COLUMN recording_record_id TEXT;
ALTER TABLE call ADD COLUMN voicemail_server_id TEXT;
-- What a list can be narrowed to: a page of it is read without passing the calls it leaves out.
CREATE INDEX call_by_direction ON call (direction, id DESC);
CREATE INDEX call_missed ON call (id DESC) WHERE direction = 'inbound'
  AND outcome IN ('missed', 'voicemail', 'no-answer', 'busy', 'cancelled');
CREATE INDEX call_failed ON call (id DESC) WHERE outcome IN ('failed', 'unknown');
CREATE INDEX call_by_name ON call (name, id DESC) WHERE name IS NOT NULL;
CREATE INDEX call_by_extension ON call (extension_number, id DESC)
  WHERE extension_number IS NOT NULL;
CREATE INDEX call_recorded ON call (id DESC) WHERE recording_record_id IS NOT NULL;
CREATE INDEX call_with_voicemail ON call (voicemail_server_id)
  WHERE voicemail_server_id IS NOT NULL;
CREATE INDEX call_answered_by_voicemail ON call (id DESC) WHERE voicemail_server_id IS NOT NULL;
CREATE INDEX call_new ON call (id) WHERE is_new = 1;

ALTER TABLE call_record ADD COLUMN recording_id TEXT;
ALTER TABLE call_record ADD COLUMN recording_uri TEXT;
ALTER TABLE call_record ADD COLUMN voicemail_server_id TEXT;

-- A text read here: 0 until RingCentral has been told, then when it was.
ALTER TABLE message ADD COLUMN read_told_at INTEGER;
CREATE INDEX message_read_to_tell ON message (id) WHERE read_told_at = 0;
CREATE INDEX thread_unread ON thread (last_at DESC, id DESC, unread_count) WHERE unread_count > 0;
CREATE INDEX message_failed ON message (thread_id) WHERE status = 'failed';
CREATE INDEX thread_party_by_number ON thread_party (number) WHERE number IS NOT NULL;

-- Whom an activity concerns: E.164 where there is a number.
ALTER TABLE activity ADD COLUMN number TEXT;
CREATE INDEX activity_by_number ON activity (number, id DESC) WHERE number IS NOT NULL;

-- How far back a feed has been fetched; a row is written with the records it speaks of.
CREATE TABLE backfill (
  feed TEXT PRIMARY KEY,
  -- Everything from here on is in the archive.
  reached_at INTEGER NOT NULL,
  -- The oldest record seen, or when it was looked for first: how long there has been nothing tells the end.
  oldest_at INTEGER NOT NULL,
  records INTEGER NOT NULL DEFAULT 0,
  is_done INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Stretches that a sync could not bring in one answer and that are fetched from the lists.
CREATE TABLE backfill_gap (
  id INTEGER PRIMARY KEY,
  feed TEXT NOT NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL
) STRICT;

-- Instants that syncing keeps: up to when all is known, since when the backfill is paused, …
CREATE TABLE sync_mark (
  name TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;
-- What an archive of the first version has synced already is no news.
INSERT INTO sync_mark (name, at)
  SELECT 'calls-since', synced_at FROM sync_cursor WHERE feed = 'calls' AND synced_at IS NOT NULL;

-- The copy of Sidetone that could not read it: another one tries again.
ALTER TABLE quarantine ADD COLUMN version TEXT;

-- Voicemails come with the texts, and recordings with the calls: they are read anew once.
UPDATE sync_cursor SET token = NULL WHERE feed IN ('messages', 'calls');
`;
