/** Times are epoch milliseconds. Row ids of messages and calls: see `db/row-id.ts`. */
export const sql = `
CREATE TABLE contact (
  id INTEGER PRIMARY KEY,
  source TEXT NOT NULL CHECK (source IN ('personal', 'company')),
  server_id TEXT NOT NULL,
  name TEXT NOT NULL,
  company TEXT,
  job_title TEXT,
  email TEXT,
  availability TEXT NOT NULL DEFAULT 'Alive',
  UNIQUE (source, server_id)
) STRICT;
CREATE INDEX contact_by_name ON contact (name COLLATE NOCASE, id);

CREATE TABLE contact_number (
  id INTEGER PRIMARY KEY,
  contact_id INTEGER NOT NULL REFERENCES contact (id) ON DELETE CASCADE,
  label TEXT NOT NULL,
  typed TEXT NOT NULL,
  number TEXT,
  extension_number TEXT
) STRICT;
CREATE INDEX contact_number_by_contact ON contact_number (contact_id);
CREATE INDEX contact_number_by_number ON contact_number (number) WHERE number IS NOT NULL;
CREATE INDEX contact_number_by_extension ON contact_number (extension_number)
  WHERE extension_number IS NOT NULL;

-- One conversation: the user's number and everyone else's, as a sorted list.
CREATE TABLE thread (
  id INTEGER PRIMARY KEY,
  own_number TEXT NOT NULL,
  party_key TEXT NOT NULL,
  last_message_id INTEGER,
  last_at INTEGER NOT NULL,
  unread_count INTEGER NOT NULL DEFAULT 0,
  UNIQUE (own_number, party_key)
) STRICT;
CREATE INDEX thread_by_last ON thread (last_at DESC, id DESC);

CREATE TABLE thread_party (
  thread_id INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT,
  extension_number TEXT,
  name TEXT,
  PRIMARY KEY (thread_id, position)
) STRICT;

-- RingCentral's conversation.id is a string beyond 2^53; its integer twin is never stored.
CREATE TABLE thread_conversation (
  conversation_id TEXT PRIMARY KEY,
  thread_id INTEGER NOT NULL REFERENCES thread (id) ON DELETE CASCADE
) STRICT;

CREATE TABLE message (
  id INTEGER PRIMARY KEY,
  thread_id INTEGER NOT NULL REFERENCES thread (id),
  server_id TEXT UNIQUE,
  client_id TEXT UNIQUE,
  direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  status TEXT NOT NULL CHECK (
    status IN ('queued', 'sending', 'sent', 'delivered', 'failed', 'unknown', 'received')
  ),
  body TEXT NOT NULL,
  from_number TEXT,
  from_name TEXT,
  created_at INTEGER NOT NULL,
  modified_at INTEGER NOT NULL,
  is_read INTEGER NOT NULL DEFAULT 1,
  availability TEXT NOT NULL DEFAULT 'Alive',
  is_discarded INTEGER NOT NULL DEFAULT 0,
  failure TEXT
) STRICT;
CREATE INDEX message_by_thread ON message (thread_id, id DESC);
CREATE INDEX message_unread ON message (thread_id) WHERE is_read = 0;
CREATE INDEX message_unknown ON message (thread_id, id) WHERE status = 'unknown';

CREATE TABLE attachment (
  server_id TEXT PRIMARY KEY,
  message_id INTEGER NOT NULL REFERENCES message (id) ON DELETE CASCADE,
  uri TEXT NOT NULL,
  type TEXT NOT NULL,
  content_type TEXT NOT NULL,
  file_name TEXT,
  size_bytes INTEGER
) STRICT;
CREATE INDEX attachment_by_message ON attachment (message_id);

-- A text that still has to go out. Settling it deletes the row in the same transaction.
CREATE TABLE outbox (
  message_id INTEGER PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
  thread_id INTEGER NOT NULL,
  due_at INTEGER NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  lease_until INTEGER
) STRICT;
CREATE INDEX outbox_by_due ON outbox (due_at, message_id);
CREATE INDEX outbox_by_thread ON outbox (thread_id, message_id);

-- One call as the user knows it, whatever number of records RingCentral keeps of it.
CREATE TABLE call (
  id INTEGER PRIMARY KEY,
  local_id TEXT UNIQUE,
  ringout_id TEXT,
  direction TEXT NOT NULL CHECK (direction IN ('inbound', 'outbound')),
  outcome TEXT NOT NULL,
  number TEXT,
  extension_number TEXT,
  name TEXT,
  typed TEXT,
  phone_label TEXT,
  phone_number TEXT,
  caller_id TEXT,
  started_at INTEGER NOT NULL,
  connected_at INTEGER,
  ended_at INTEGER,
  duration_seconds INTEGER,
  is_deleted INTEGER NOT NULL DEFAULT 0,
  failure TEXT
) STRICT;
CREATE INDEX call_by_number ON call (number, id DESC) WHERE number IS NOT NULL;

CREATE TABLE call_record (
  server_id TEXT PRIMARY KEY,
  call_id INTEGER NOT NULL REFERENCES call (id),
  session_id TEXT NOT NULL,
  telephony_session_id TEXT,
  direction TEXT NOT NULL,
  action TEXT NOT NULL,
  result TEXT,
  from_number TEXT,
  from_extension TEXT,
  from_name TEXT,
  to_number TEXT,
  to_extension TEXT,
  to_name TEXT,
  started_at INTEGER NOT NULL,
  duration_seconds INTEGER,
  is_deleted INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX call_record_by_session ON call_record (session_id);
CREATE INDEX call_record_by_start ON call_record (started_at);
CREATE INDEX call_record_by_call ON call_record (call_id);

-- Written ahead: a row exists before a request leaves, and is settled by its outcome.
CREATE TABLE activity (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL DEFAULT '{}',
  began_at INTEGER NOT NULL,
  settled_at INTEGER,
  outcome TEXT
) STRICT;
CREATE INDEX activity_by_subject ON activity (subject);
CREATE INDEX activity_unsettled ON activity (id) WHERE settled_at IS NULL;

CREATE TABLE sync_cursor (
  feed TEXT PRIMARY KEY,
  token TEXT,
  position TEXT,
  synced_at INTEGER
) STRICT;

-- A record that could not be read: kept with its reason, never in the way of its page.
CREATE TABLE quarantine (
  feed TEXT NOT NULL,
  server_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (feed, server_id)
) STRICT;

-- What the window shows of the account while RingCentral is away.
CREATE TABLE account_fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL,
  read_at INTEGER NOT NULL
) STRICT;

-- What happened to the user's files and that they have to know, until they dismiss it.
CREATE TABLE notice (
  id TEXT PRIMARY KEY,
  at INTEGER NOT NULL,
  message TEXT NOT NULL,
  params TEXT NOT NULL DEFAULT '{}',
  dismissed_at INTEGER
) STRICT;
`;
