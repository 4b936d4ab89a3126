/** Voicemails, with row ids by time as messages and calls have them. */
export const sql = `
CREATE TABLE voicemail (
  id INTEGER PRIMARY KEY,
  server_id TEXT NOT NULL UNIQUE,
  number TEXT,
  extension_number TEXT,
  name TEXT,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  duration_seconds INTEGER,
  is_read INTEGER NOT NULL DEFAULT 0,
  -- Read or unread here, and RingCentral has not heard of it yet: a sync must not undo it.
  is_read_untold INTEGER NOT NULL DEFAULT 0,
  availability TEXT NOT NULL DEFAULT 'Alive',
  audio_id TEXT,
  audio_uri TEXT,
  audio_type TEXT,
  transcript TEXT,
  transcript_state TEXT NOT NULL DEFAULT 'none' CHECK (
    transcript_state IN ('none', 'waiting', 'there', 'partial', 'failed')
  ),
  transcript_uri TEXT,
  -- How often its text could not be fetched, and when it is tried again.
  transcript_attempts INTEGER NOT NULL DEFAULT 0,
  transcript_due_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX voicemail_by_number ON voicemail (number, id DESC) WHERE number IS NOT NULL;
CREATE INDEX voicemail_by_extension ON voicemail (extension_number, id DESC)
  WHERE extension_number IS NOT NULL;
CREATE INDEX voicemail_unread ON voicemail (id DESC) WHERE is_read = 0;
CREATE INDEX voicemail_untold ON voicemail (id DESC) WHERE is_read_untold = 1;
CREATE INDEX voicemail_to_transcribe ON voicemail (id DESC)
  WHERE transcript IS NULL AND transcript_uri IS NOT NULL
    AND transcript_state IN ('waiting', 'partial');
`;
