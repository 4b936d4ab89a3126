/** Who wants no texts from which of the user's numbers. */
export const sql = `
CREATE TABLE opt_out (
  own_number TEXT NOT NULL,
  -- E.164; of a person who was erased, a digest.
  number TEXT NOT NULL,
  -- The last time they said no and the last time they allowed texts: the later one holds, in
  -- whatever order the two became known.
  stopped_at INTEGER,
  lifted_at INTEGER,
  -- Of the no.
  source TEXT CHECK (source IN ('answer', 'consents', 'delivery', 'user')),
  word TEXT,
  -- Changed here by hand, and RingCentral has not been told.
  is_to_tell INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (own_number, number),
  CHECK (stopped_at IS NOT NULL OR lifted_at IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE INDEX opt_out_by_time ON opt_out (stopped_at DESC, number, own_number)
  WHERE stopped_at >= coalesce(lifted_at, 0);
CREATE INDEX opt_out_by_number ON opt_out (number);
CREATE INDEX opt_out_to_tell ON opt_out (number) WHERE is_to_tell = 1;

-- What was answered before Sidetone looked at it: the last word of each conversation of two.
WITH said AS (
  SELECT thread.own_number AS own_number, message.from_number AS number, message.created_at AS at,
    upper(trim(message.body, ' .!"''“”‘’' || char(9, 10, 13))) AS word
  FROM message JOIN thread ON thread.id = message.thread_id
  WHERE message.direction = 'inbound' AND length(message.body) <= 20
    AND message.from_number GLOB '+[1-9]*' AND thread.party_key = message.from_number
), stops AS (
  SELECT own_number, number, max(at) AS at, word FROM said
  WHERE word IN ('STOP', 'STOPALL', 'UNSUBSCRIBE', 'CANCEL', 'END', 'QUIT', 'REVOKE', 'OPTOUT')
  GROUP BY own_number, number
)
INSERT INTO opt_out (own_number, number, stopped_at, lifted_at, source, word)
SELECT own_number, number, at,
  (SELECT max(said.at) FROM said WHERE said.own_number = stops.own_number
     AND said.number = stops.number AND said.word IN ('START', 'UNSTOP', 'YES')),
  'answer', word
FROM stops;
`;
