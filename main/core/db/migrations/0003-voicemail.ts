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
  availability TEXT NOT NULL DEFAULT 'Alive',
  audio_id TEXT,
  audio_uri TEXT,
  audio_type TEXT,
  transcript TEXT,
  transcript_state TEXT NOT NULL DEFAULT 'none' CHECK (
    transcript_state IN ('none', 'waiting', 'there', 'partial', 'failed')
  ),
  transcript_uri TEXT
) STRICT;
CREATE INDEX voicemail_by_number ON voicemail (number, id DESC) WHERE number IS NOT NULL;
CREATE INDEX voicemail_by_extension ON voicemail (extension_number, id DESC)
  WHERE extension_number IS NOT NULL;
CREATE INDEX voicemail_unread ON voicemail (id DESC) WHERE is_read = 0;
CREATE INDEX voicemail_to_transcribe ON voicemail (id DESC)
  WHERE transcript_state = 'waiting' AND transcript_uri IS NOT NULL;
`;
