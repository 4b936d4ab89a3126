import { z } from 'zod';
import type { DeletedRecord, SyncPage, UnreadableRecord } from './records.ts';

/** An id as RingCentral writes it: a number in REST, a string in events and in some endpoints. */
export const serverId = z
  .union([z.string().min(1).max(200), z.number().int().nonnegative()])
  .transform(String);

/** Optional text; anything else counts as absent, so that one odd field does not cost the record. */
export const optionalText = z.string().optional().catch(undefined);

/** The end of the year 9999: row ids are made of times, and have to stay whole numbers. */
const latestMs = 253_402_300_799_999;

/** An instant in ISO 8601, as epoch milliseconds; none from before 1970 or after the year 9999. */
export const instant = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (at >= 0 && at <= latestMs) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});

/** How the records of one endpoint are read. */
export type RecordReader<T> = {
  /** Throws ZodError when it cannot be read. */
  readonly read: (raw: unknown) => T;
  /** Answers when only the record's id is left. */
  readonly readGone?: (raw: unknown) => DeletedRecord | undefined;
};

/** The records of one page, sorted by whether they can be used. */
export type List<T> = Pick<SyncPage<T>, 'records' | 'deleted' | 'unreadable'>;

const listBody = z.looseObject({ records: z.array(z.unknown()) });
const syncBody = listBody.extend({
  syncInfo: z.looseObject({ syncToken: optionalText }),
  nextPageId: serverId.optional().catch(undefined),
});
const navigation = z.looseObject({
  navigation: z.looseObject({ nextPage: z.looseObject({ uri: z.string() }) }),
});

/** Reads a list record by record: one that cannot be read is named, and the rest goes on. */
export function readList<T>(answer: unknown, reader: RecordReader<T>): List<T> {
  const records: T[] = [];
  const deleted: DeletedRecord[] = [];
  const unreadable: UnreadableRecord[] = [];
  for (const raw of listBody.parse(answer).records) {
    try {
      const gone = reader.readGone?.(raw);
      if (gone) deleted.push(gone);
      else records.push(reader.read(raw));
    } catch (error) {
      if (!(error instanceof z.ZodError)) throw error;
      unreadable.push({ id: idOf(raw), reason: reasonOf(error) });
    }
  }
  return { records, deleted, unreadable };
}

/** Reads one answer of a sync endpoint. */
export function readSyncPage<T>(answer: unknown, reader: RecordReader<T>): SyncPage<T> {
  const { syncInfo, nextPageId } = syncBody.parse(answer);
  return { ...readList(answer, reader), syncToken: syncInfo.syncToken, nextPageId };
}

/**
 * Whether a list goes on; totals may be missing, so only the link counts (RingCentral's guide to
 * the call log).
 */
export function hasNextPage(answer: unknown): boolean {
  return navigation.safeParse(answer).success;
}

/** The place and kind of the trouble, without the record's content: it ends in a log. */
function reasonOf(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map(({ path, code }) => `${path.join('.')}: ${code}`)
    .join('; ');
}

const withId = z.looseObject({ id: serverId });

function idOf(raw: unknown): string {
  const found = withId.safeParse(raw);
  return found.success ? found.data.id : '(no id)';
}
