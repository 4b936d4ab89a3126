import type { Draft, DraftKey } from '../../../shared/model/drafts.ts';
import type { E164, EpochMs, FileId } from '../../../shared/model/ids.ts';
import { defineQuery } from '../db/define-query.ts';
import {
  hasDraft,
  listDraftFiles,
  readDraft,
  removeDraft,
  setDraftFiles,
  writeDraft,
} from './rows.ts';

/** What was written there and not sent; an empty one where nothing was. */
export const getDraft = defineQuery(
  'drafts.get',
  (db, input: { readonly key: DraftKey }): Draft => ({
    ...(readDraft(db, input.key) ?? { text: '', to: [], from: undefined }),
    files: listDraftFiles(db, input.key),
  }),
);

/** A draft as the window has it. */
export type DraftChange = {
  readonly key: DraftKey;
  readonly text: string;
  readonly files: readonly FileId[];
  readonly to: readonly string[];
  readonly from: E164 | undefined;
};

/** Replaces a draft; an empty one is forgotten. Answers whether one came to be or went. */
export const setDraft = defineQuery(
  'drafts.set',
  (db, input: DraftChange & { readonly at: EpochMs }): { readonly isNews: boolean } => {
    const { key, files, at, ...draft } = input;
    // Whom it is for, or from which number, is nothing that anyone wrote.
    if (draft.text.trim() === '' && files.length === 0) {
      return { isNews: removeDraft(db, key) };
    }
    const isNews = !hasDraft(db, key);
    writeDraft(db, key, draft, at);
    setDraftFiles(db, key, files);
    return { isNews };
  },
);
