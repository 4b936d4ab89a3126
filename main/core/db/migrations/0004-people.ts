/** Contacts of this computer beside the server's, and entries of several sources as one person. */
export const sql = `
CREATE TABLE contact_entry (
  id INTEGER PRIMARY KEY,
  -- The entry that stands for the person, itself or another one.
  person_id INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('personal', 'company', 'local')),
  -- Missing for an entry of this computer alone.
  server_id TEXT,
  name TEXT NOT NULL,
  first_name TEXT,
  last_name TEXT,
  company TEXT,
  job_title TEXT,
  email TEXT,
  remarks TEXT,
  availability TEXT NOT NULL DEFAULT 'Alive',
  import_id INTEGER,
  UNIQUE (source, server_id)
) STRICT;
INSERT INTO contact_entry (id, person_id, source, server_id, name, company, job_title, email,
    availability)
  SELECT id, id, source, server_id, name, company, job_title, email, availability FROM contact;
DROP TABLE contact;
ALTER TABLE contact_entry RENAME TO contact;
CREATE INDEX contact_by_name ON contact (name COLLATE NOCASE, id);
CREATE INDEX contact_by_person ON contact (person_id);

CREATE TABLE favourite (
  person_id INTEGER PRIMARY KEY,
  position INTEGER NOT NULL
) STRICT;

CREATE TABLE speed_dial (
  key INTEGER PRIMARY KEY CHECK (key BETWEEN 1 AND 9),
  number TEXT NOT NULL
) STRICT;

CREATE TABLE contact_import (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  undone_at INTEGER
) STRICT;

-- What an import did to each entry, so that it can be taken back.
CREATE TABLE contact_import_change (
  import_id INTEGER NOT NULL REFERENCES contact_import (id) ON DELETE CASCADE,
  contact_id INTEGER NOT NULL,
  -- The entry as it was and as it was made, as JSON; NULL before for one that was added.
  before TEXT,
  after TEXT NOT NULL,
  PRIMARY KEY (import_id, contact_id)
) STRICT;

-- First and last names come with the next full sync.
UPDATE sync_cursor SET token = NULL WHERE feed IN ('contacts', 'directory');
`;
