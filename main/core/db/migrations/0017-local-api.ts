/** Programs of this computer that may ask Sidetone to call and text, and what they have asked for. */
export const sql = `
CREATE TABLE api_program (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- SHA-256 of its token, as hexadecimal digits; the token itself is kept nowhere.
  hash TEXT NOT NULL UNIQUE,
  hint TEXT NOT NULL,
  -- A JSON list.
  scopes TEXT NOT NULL,
  calls_at_once INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  last_used_at INTEGER
) STRICT;

-- A call or text that a program asked for, so that it can be asked about and is not done twice. No
-- number and no word of it: what was asked is there as a digest.
CREATE TABLE api_request (
  id TEXT PRIMARY KEY,
  program_id TEXT NOT NULL REFERENCES api_program (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('call', 'text')),
  -- Of its Idempotency-Key, where it had one.
  key_hash TEXT,
  asked_hash TEXT NOT NULL,
  -- The row it has become; a removed call or text leaves none.
  row_id INTEGER,
  at INTEGER NOT NULL,
  UNIQUE (program_id, key_hash)
) STRICT;
CREATE INDEX api_request_by_row ON api_request (row_id) WHERE row_id IS NOT NULL;
CREATE INDEX api_request_by_time ON api_request (at);
`;
