import { z } from 'zod';
import { mostSeparate, type SeparateBatch, type SeparateDraft } from '../model/separate.ts';
import { call } from './define.ts';
import { callListId, contactId, e164, instant, nothing, typedNumber } from './fields.ts';

const batchId = z.string().min(1).max(40);
const draftId = z.string().min(1).max(64);

const separateSource = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('numbers'), numbers: z.array(typedNumber).max(1000) }),
  z.strictObject({ from: z.literal('contacts'), contactIds: z.array(contactId).max(5000) }),
  z.strictObject({ from: z.literal('call-list'), callListId }),
  z.strictObject({ from: z.literal('csv') }),
]);

/** One template, a text of its own to each. */
export const separateContract = {
  /**
   * Who would get a text, and who cannot; asks RingCentral nothing. Undefined when a file was asked
   * for and none chosen.
   */
  'separate.read': call(z.strictObject({ source: separateSource, from: e164.optional() })).returns<
    SeparateDraft | undefined
  >(),
  /** Reads the same file with its numbers in another column. */
  'separate.choose-column': call(
    z.strictObject({ draftId, numberColumn: z.int().min(0).max(500), from: e164.optional() }),
  ).returns<SeparateDraft>(),
  /**
   * Keeps the texts and hands them to the outbox one by one. The same id begins once: asked again,
   * it goes on where it stood.
   */
  'separate.start': call(
    z.strictObject({
      batchId,
      title: z.string().trim().max(200),
      from: e164.optional(),
      rows: z
        .array(
          z.strictObject({
            number: e164,
            name: z.string().max(200).optional(),
            text: z.string().max(4_000),
            /** When their day begins; without it, at once. */
            sendAt: z.strictObject({ at: instant, zone: z.string().max(64) }).optional(),
            /** The user wants it to go although it is quiet there. */
            isQuietConfirmed: z.boolean().default(false),
          }),
        )
        .min(1)
        .max(mostSeparate),
    }),
    // As many texts as there may be, each as long as RingCentral takes, and room for names.
    { maxBytes: 4_000_000 },
  ).returns<void>(),
  /** The newest first. */
  'separate.list': call(nothing).returns<readonly SeparateBatch[]>(),
  /** Goes on with what waits; with `refused`, those too that were refused. */
  'separate.resume': call(
    z.strictObject({ batchId, refused: z.boolean().default(false) }),
  ).returns<void>(),
  /** Forgets what waits and what was refused of it; what was accepted goes out. */
  'separate.drop': call(z.strictObject({ batchId })).returns<void>(),
};
