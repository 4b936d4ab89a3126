/** Threads that are pinned, muted or put away. */
export const sql = `
ALTER TABLE thread ADD COLUMN pinned_at INTEGER;
ALTER TABLE thread ADD COLUMN muted_at INTEGER;
ALTER TABLE thread ADD COLUMN done_at INTEGER;
CREATE INDEX thread_pinned ON thread (pinned_at) WHERE pinned_at IS NOT NULL;
CREATE INDEX thread_muted ON thread (id) WHERE muted_at IS NOT NULL;
CREATE INDEX thread_done ON thread (last_at DESC, id DESC) WHERE done_at IS NOT NULL;
`;
