/**
 * What search looks through: trigrams, so that any part of a word is found, folded in case and
 * diacritics. The tables hold no text of their own; triggers keep them in step with what they index.
 * They fire for the indexed columns alone and only when those change: a status that moves on leaves
 * the index as it is.
 */
export const sql = `
CREATE VIRTUAL TABLE message_search USING fts5(
  body, content='message', content_rowid='id', tokenize="trigram remove_diacritics 1"
);
${triggers('message', ['body'])}
CREATE VIRTUAL TABLE voicemail_search USING fts5(
  transcript, content='voicemail', content_rowid='id', tokenize="trigram remove_diacritics 1"
);
${triggers('voicemail', ['transcript'])}
CREATE VIRTUAL TABLE note_search USING fts5(
  outcome, body, content='note', content_rowid='id', tokenize="trigram remove_diacritics 1"
);
${triggers('note', ['outcome', 'body'])}
CREATE VIRTUAL TABLE contact_search USING fts5(
  name, company, email, content='contact', content_rowid='id',
  tokenize="trigram remove_diacritics 1"
);
${triggers('contact', ['name', 'company', 'email'])}

-- Every number that was ever called or texted or that a contact has, each once.
CREATE TABLE peer (
  id INTEGER PRIMARY KEY,
  number TEXT NOT NULL UNIQUE,
  -- The caller-ID name that came with it last.
  name TEXT,
  -- When something last happened with it; 0 when nothing has yet.
  last_at INTEGER NOT NULL
) STRICT;
CREATE INDEX peer_by_last ON peer (last_at DESC, number);
CREATE INDEX peer_named ON peer (last_at DESC, number) WHERE name IS NOT NULL;
CREATE VIRTUAL TABLE peer_search USING fts5(
  number, name, content='peer', content_rowid='id', tokenize="trigram remove_diacritics 1"
);
CREATE INDEX thread_party_by_extension ON thread_party (extension_number)
  WHERE extension_number IS NOT NULL;

INSERT INTO peer (number, name, last_at)
  SELECT number, max(name), max(at) FROM (
    SELECT number, name, started_at AS at FROM call
    UNION ALL SELECT number, name, created_at FROM voicemail
    UNION ALL SELECT number, name, last_at FROM thread_party JOIN thread ON thread.id = thread_id
    UNION ALL SELECT number, NULL, 0 FROM contact_number
  ) WHERE number IS NOT NULL GROUP BY number;

${triggers('peer', ['number', 'name'])}
${keepPeers('call', 'name', 'new.started_at')}
${keepPeers('voicemail', 'name', 'new.created_at')}
${keepPeers('thread_party', 'name', '(SELECT last_at FROM thread WHERE id = new.thread_id)')}
${keepPeers('contact_number', undefined, '0')}
CREATE TRIGGER message_moves_peer AFTER INSERT ON message BEGIN
  UPDATE peer SET last_at = new.created_at
  WHERE last_at < new.created_at
    AND number IN (SELECT number FROM thread_party WHERE thread_id = new.thread_id);
END;

INSERT INTO message_search (message_search) VALUES ('rebuild');
INSERT INTO voicemail_search (voicemail_search) VALUES ('rebuild');
INSERT INTO note_search (note_search) VALUES ('rebuild');
INSERT INTO contact_search (contact_search) VALUES ('rebuild');
INSERT INTO peer_search (peer_search) VALUES ('rebuild');
`;

/** Keeps the index of a table in step: what was indexed has to be named again to be taken out. */
function triggers(table: string, columns: readonly string[]): string {
  const index = `${table}_search`;
  const names = columns.join(', ');
  const values = (row: 'old' | 'new'): string =>
    columns.map((column) => `${row}.${column}`).join(', ');
  const takeOut = `INSERT INTO ${index} (${index}, rowid, ${names})
    VALUES ('delete', old.id, ${values('old')});`;
  const putIn = `INSERT INTO ${index} (rowid, ${names}) VALUES (new.id, ${values('new')});`;
  const hasChanged = ['id', ...columns]
    .map((column) => `old.${column} IS NOT new.${column}`)
    .join(' OR ');
  return `
CREATE TRIGGER ${table}_is_found AFTER INSERT ON ${table} BEGIN
  ${putIn}
END;
CREATE TRIGGER ${table}_is_not_found AFTER DELETE ON ${table} BEGIN
  ${takeOut}
END;
CREATE TRIGGER ${table}_is_found_anew AFTER UPDATE OF id, ${names} ON ${table}
WHEN ${hasChanged} BEGIN
  ${takeOut}
  ${putIn}
END;`;
}

/** Keeps `peer` in step with a table that has numbers; the last to mention one takes it along. */
function keepPeers(table: string, name: string | undefined, at: string): string {
  const known = name === undefined ? ['number'] : ['number', name];
  const hasChanged = known.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ');
  const add = `INSERT INTO peer (number, name, last_at)
  SELECT new.number, ${name === undefined ? 'NULL' : `new.${name}`}, ${at} WHERE new.number IS NOT NULL
  ON CONFLICT (number) DO UPDATE SET
    last_at = max(last_at, excluded.last_at),
    name = iif(excluded.last_at >= last_at, coalesce(excluded.name, name),
      coalesce(name, excluded.name))
  WHERE excluded.last_at > last_at OR (name IS NULL AND excluded.name IS NOT NULL);`;
  const drop = `DELETE FROM peer WHERE number = old.number
    AND NOT EXISTS (SELECT 1 FROM call WHERE number = old.number)
    AND NOT EXISTS (SELECT 1 FROM voicemail WHERE number = old.number)
    AND NOT EXISTS (SELECT 1 FROM thread_party WHERE number = old.number)
    AND NOT EXISTS (SELECT 1 FROM contact_number WHERE number = old.number);`;
  return `
CREATE TRIGGER ${table}_makes_peer AFTER INSERT ON ${table} WHEN new.number IS NOT NULL BEGIN
  ${add}
END;
CREATE TRIGGER ${table}_changes_peer AFTER UPDATE OF ${known.join(', ')} ON ${table}
WHEN ${hasChanged} BEGIN
  ${add}
  ${drop}
END;
CREATE TRIGGER ${table}_drops_peer AFTER DELETE ON ${table} WHEN old.number IS NOT NULL BEGIN
  ${drop}
END;`;
}
