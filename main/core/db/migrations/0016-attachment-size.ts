/** How large pictures are, so that a conversation keeps their place before they are there. */
export const sql = `
-- In pixels, as RingCentral's record says (FACTS 3.6).
ALTER TABLE attachment ADD COLUMN width INTEGER;
ALTER TABLE attachment ADD COLUMN height INTEGER;
`;
