/** Contacts of this computer beside the server's, and entries of several sources as one person. */
export const sql = `
CREATE TABLE contact_entry (
  id INTEGER PRIMARY KEY,
  -- The entry that stands for the person, itself or another one.
  person_id INTEGER NOT NULL DEFAULT 0,
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
  -- Folded in case and diacritics (contacts/fold.ts): what lists are ordered by, what a search
  -- looks through, and what entries of one person have in common.
  sort_name TEXT NOT NULL DEFAULT '',
  match_text TEXT NOT NULL DEFAULT '',
  name_key TEXT NOT NULL DEFAULT '',
  UNIQUE (source, server_id)
) STRICT;
INSERT INTO contact_entry (id, person_id, source, server_id, name, company, job_title, email,
    availability, sort_name, match_text, name_key)
  -- Folded as far as SQL can, until the next full sync.
  SELECT id, id, source, server_id, name, company, job_title, email, availability, lower(name),
    lower(name || ' ' || coalesce(company, '')), lower(name) FROM contact;
DROP TABLE contact;
ALTER TABLE contact_entry RENAME TO contact;
CREATE INDEX contact_people ON contact (sort_name, id)
  WHERE id = person_id AND availability = 'Alive';
CREATE INDEX contact_by_person ON contact (person_id);
CREATE INDEX contact_by_name_key ON contact (name_key) WHERE name_key <> '';
CREATE INDEX contact_by_email ON contact (email COLLATE NOCASE) WHERE email IS NOT NULL;

-- An entry stands for itself until it is found to be someone who is known already.
CREATE TRIGGER contact_is_someone AFTER INSERT ON contact WHEN new.person_id = 0 BEGIN
  UPDATE contact SET person_id = id,
    sort_name = CASE sort_name WHEN '' THEN lower(name) ELSE sort_name END
  WHERE id = new.id;
END;

-- Whose entry is named first where several have a number: 0 personal, 1 local, 2 company.
ALTER TABLE contact_number ADD COLUMN rank INTEGER NOT NULL DEFAULT 0;
UPDATE contact_number SET rank = 2
  WHERE contact_id IN (SELECT id FROM contact WHERE source = 'company');
DROP INDEX contact_number_by_number;
CREATE INDEX contact_number_by_number ON contact_number (number, rank, contact_id)
  WHERE number IS NOT NULL;
DROP INDEX contact_number_by_extension;
CREATE INDEX contact_number_by_extension ON contact_number (extension_number, rank, contact_id)
  WHERE extension_number IS NOT NULL;

-- By any entry of the person.
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

-- Ids that the full sync of the address book under way has seen: it may be interrupted.
CREATE TABLE contact_seen (server_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

-- First and last names come with the next full sync.
UPDATE sync_cursor SET token = NULL WHERE feed IN ('contacts', 'directory');
`;
