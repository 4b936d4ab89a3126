/** What notifications have told of, and whether they keep quiet. */
export const sql = `
-- A text, a missed call or a voicemail, by kind and row id; when it was last told.
CREATE TABLE told (
  kind TEXT NOT NULL CHECK (kind IN ('text', 'call', 'voicemail')),
  row_id INTEGER NOT NULL,
  told_at INTEGER NOT NULL,
  PRIMARY KEY (kind, row_id)
) STRICT, WITHOUT ROWID;

-- One row while the user wants quiet; without an end until they switch it off.
CREATE TABLE quiet (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  until INTEGER
) STRICT;
`;
