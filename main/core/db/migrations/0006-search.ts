/**
 * What search looks through: trigrams, so that any part of a word is found, folded in case and
 * diacritics. The tables hold no text of their own; triggers keep them in step with what they index.
 */
export const sql = `
CREATE VIRTUAL TABLE message_search USING fts5(
  body, content='message', content_rowid='id', tokenize="trigram remove_diacritics 1"
);
CREATE VIRTUAL TABLE voicemail_search USING fts5(
  transcript, content='voicemail', content_rowid='id', tokenize="trigram remove_diacritics 1"
);
CREATE VIRTUAL TABLE note_search USING fts5(
  outcome, body, content='note', content_rowid='id', tokenize="trigram remove_diacritics 1"
);
`;
