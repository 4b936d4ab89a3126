/** Threads that are pinned, muted or put away; one way to mark texts and voicemails as read. */
export const sql = `
ALTER TABLE thread ADD COLUMN pinned_at INTEGER;
ALTER TABLE thread ADD COLUMN muted_at INTEGER;
ALTER TABLE thread ADD COLUMN done_at INTEGER;
-- Each part of the list is walked in its own index, however many threads the other parts hold.
CREATE INDEX thread_pinned ON thread (last_at DESC, id DESC) WHERE pinned_at IS NOT NULL;
CREATE INDEX thread_muted ON thread (last_at DESC, id DESC) WHERE muted_at IS NOT NULL;
CREATE INDEX thread_done ON thread (last_at DESC, id DESC) WHERE done_at IS NOT NULL;
CREATE INDEX thread_open ON thread (last_at DESC, id DESC)
  WHERE done_at IS NULL AND pinned_at IS NULL;
-- The count of what is unread leaves muted threads out.
DROP INDEX thread_unread;
CREATE INDEX thread_unread ON thread (last_at DESC, id DESC, unread_count, muted_at)
  WHERE unread_count > 0;

-- When a mark was made here, by RingCentral's clock; once it has been told, when that was.
ALTER TABLE message RENAME COLUMN read_told_at TO read_set_at;
ALTER TABLE message ADD COLUMN is_read_untold INTEGER NOT NULL DEFAULT 0;
UPDATE message SET is_read_untold = 1, read_set_at = unixepoch() * 1000 WHERE read_set_at = 0;
DROP INDEX message_read_to_tell;
CREATE INDEX message_untold ON message (id DESC) WHERE is_read_untold = 1;
ALTER TABLE voicemail ADD COLUMN read_set_at INTEGER;
UPDATE voicemail SET read_set_at = unixepoch() * 1000 WHERE is_read_untold = 1;
`;
