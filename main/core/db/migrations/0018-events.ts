/**
 * What other programs are told of: changes of calls, texts and voicemails, noted by triggers in the
 * transaction that makes them, so that each is there once or not at all; and webhooks with what
 * each has still to be told. None of it holds a number or a word of anybody's: what an event says
 * is read from the rows when it is told, and goes with them.
 */
export const sql = `
-- One row while other programs may be told; what began before it is no news.
CREATE TABLE event_feed (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  -- Tells the numbers of this feed from those of one that was before it.
  epoch TEXT NOT NULL,
  since INTEGER NOT NULL
) STRICT;

CREATE TABLE event (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  type TEXT NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('call', 'message', 'voicemail')),
  row_id INTEGER NOT NULL,
  -- When it was taken in; until then nobody is told of it.
  at INTEGER
) STRICT;
CREATE INDEX event_by_row ON event (subject, row_id);
CREATE INDEX event_new ON event (seq) WHERE at IS NULL;

CREATE TABLE webhook (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL,
  -- JSON: the types of events it is told of.
  types TEXT NOT NULL,
  is_on INTEGER NOT NULL DEFAULT 1,
  created_at INTEGER NOT NULL,
  -- What came of the latest attempt.
  tried_at INTEGER,
  result TEXT,
  -- Events that were given up, since the last one that arrived.
  given_up INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a webhook has still to be told.
CREATE TABLE webhook_delivery (
  webhook_id INTEGER NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  event_seq INTEGER NOT NULL REFERENCES event (seq) ON DELETE CASCADE,
  attempts INTEGER NOT NULL DEFAULT 0,
  due_at INTEGER NOT NULL,
  PRIMARY KEY (webhook_id, event_seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX webhook_delivery_by_due ON webhook_delivery (due_at, event_seq);
CREATE INDEX webhook_delivery_by_event ON webhook_delivery (event_seq);

CREATE TRIGGER event_message_new AFTER INSERT ON message
WHEN new.status IN ('received', 'sent', 'delivered', 'failed')
  AND new.created_at >= (SELECT since FROM event_feed)
BEGIN
  INSERT INTO event (type, subject, row_id) VALUES ('message.' || new.status, 'message', new.id);
END;
CREATE TRIGGER event_message_change AFTER UPDATE OF status ON message
WHEN new.status <> old.status AND new.status IN ('sent', 'delivered', 'failed')
  AND new.created_at >= (SELECT since FROM event_feed)
BEGIN
  INSERT INTO event (type, subject, row_id) VALUES ('message.' || new.status, 'message', new.id);
END;
CREATE TRIGGER event_message_gone AFTER DELETE ON message
BEGIN
  DELETE FROM event WHERE subject = 'message' AND row_id = old.id;
END;

CREATE TRIGGER event_voicemail_new AFTER INSERT ON voicemail
WHEN new.created_at >= (SELECT since FROM event_feed)
BEGIN
  INSERT INTO event (type, subject, row_id) VALUES ('voicemail.received', 'voicemail', new.id);
END;
CREATE TRIGGER event_voicemail_gone AFTER DELETE ON voicemail
BEGIN
  DELETE FROM event WHERE subject = 'voicemail' AND row_id = old.id;
END;

CREATE TRIGGER event_call_new AFTER INSERT ON call
WHEN new.outcome NOT IN ('unknown', 'handed-over')
  AND new.started_at >= (SELECT since FROM event_feed)
BEGIN
  INSERT INTO event (type, subject, row_id) VALUES (
    CASE
      WHEN new.outcome = 'in-progress' AND new.direction = 'inbound' THEN 'call.ringing'
      WHEN new.outcome = 'in-progress' THEN 'call.placed'
      WHEN new.direction = 'inbound'
        AND new.outcome IN ('missed', 'voicemail', 'no-answer', 'busy', 'cancelled')
        THEN 'call.missed'
      ELSE 'call.ended'
    END, 'call', new.id);
END;
-- Each once for a call, whatever its record corrects later.
CREATE TRIGGER event_call_change AFTER UPDATE OF outcome, connected_at ON call
WHEN new.started_at >= (SELECT since FROM event_feed)
BEGIN
  INSERT INTO event (type, subject, row_id)
    SELECT 'call.connected', 'call', new.id
    WHERE old.connected_at IS NULL AND new.connected_at IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM event
        WHERE subject = 'call' AND row_id = new.id AND type = 'call.connected');
  INSERT INTO event (type, subject, row_id)
    SELECT iif(new.direction = 'inbound'
        AND new.outcome IN ('missed', 'voicemail', 'no-answer', 'busy', 'cancelled'),
      'call.missed', 'call.ended'), 'call', new.id
    WHERE old.outcome IN ('in-progress', 'unknown')
      AND new.outcome NOT IN ('in-progress', 'unknown', 'handed-over')
      AND NOT EXISTS (SELECT 1 FROM event
        WHERE subject = 'call' AND row_id = new.id AND type IN ('call.ended', 'call.missed'));
END;
CREATE TRIGGER event_call_gone AFTER DELETE ON call
BEGIN
  DELETE FROM event WHERE subject = 'call' AND row_id = old.id;
END;
`;
