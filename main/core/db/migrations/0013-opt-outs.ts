/** Who wants no texts from which of the user's numbers. */
export const sql = `
CREATE TABLE opt_out (
  own_number TEXT NOT NULL,
  number TEXT NOT NULL,
  at INTEGER NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('answer', 'consents', 'delivery', 'user')),
  word TEXT,
  -- Set once they allow texts again: what came before then counts no more.
  lifted_at INTEGER,
  PRIMARY KEY (own_number, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX opt_out_by_time ON opt_out (at DESC, number) WHERE lifted_at IS NULL;
CREATE INDEX opt_out_by_number ON opt_out (number);
`;
