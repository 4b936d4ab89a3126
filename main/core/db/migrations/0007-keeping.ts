/** What was erased or dropped on purpose, so that no sync brings it back. */
export const sql = `
-- Records of RingCentral's that the user had removed from this computer, by the server's id.
CREATE TABLE erased_record (
  feed TEXT NOT NULL CHECK (feed IN ('messages', 'calls', 'contacts')),
  server_id TEXT NOT NULL,
  PRIMARY KEY (feed, server_id)
) STRICT, WITHOUT ROWID;

-- Whose records from before an instant are not wanted either, though their ids are not known yet:
-- a digest of the number or extension, kept until nothing from before can come any more.
CREATE TABLE erased_party (
  party TEXT PRIMARY KEY,
  until_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Everything before this instant has been dropped, and is not fetched again; it only moves on.
CREATE TABLE archive_floor (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  from_at INTEGER NOT NULL
) STRICT;

-- Only in a backup that has just taken an archive's place: the texts that waited there come over.
CREATE TABLE restoring (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  made_at INTEGER NOT NULL
) STRICT;
`;
