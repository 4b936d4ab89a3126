/** People to call one after the other. */
export const sql = `
CREATE TABLE call_list (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;

-- Who is to be called: by number, or by an extension of the company.
CREATE TABLE call_list_entry (
  id INTEGER PRIMARY KEY,
  call_list_id INTEGER NOT NULL REFERENCES call_list (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  number TEXT,
  extension_number TEXT,
  -- Digits that are keyed in once the call is up.
  key_in TEXT,
  name TEXT,
  typed TEXT NOT NULL,
  details TEXT NOT NULL DEFAULT '[]',
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'called', 'skipped')),
  call_id INTEGER REFERENCES call (id) ON DELETE SET NULL,
  CHECK (number IS NOT NULL OR extension_number IS NOT NULL),
  UNIQUE (call_list_id, position)
) STRICT;
CREATE INDEX call_list_entry_by_state ON call_list_entry (call_list_id, state, position);
CREATE INDEX call_list_entry_by_call ON call_list_entry (call_id) WHERE call_id IS NOT NULL;
CREATE INDEX call_list_entry_by_number ON call_list_entry (number) WHERE number IS NOT NULL;
CREATE INDEX call_list_entry_by_extension ON call_list_entry (extension_number)
  WHERE extension_number IS NOT NULL;
`;
