import { createHash } from 'node:crypto';
import { chmod, mkdir, open, readdir, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { EpochMs } from '../../../shared/model/ids.ts';
import type { Clock, Log, Random } from '../ports.ts';

/** How much may be kept, and how long after it was made. */
export type MediaLimits = { readonly bytes: number; readonly months: number | undefined };

/** A file that is here, whole. */
export type KeptMedia = {
  readonly path: string;
  readonly contentType: string;
  readonly sizeBytes: number;
};

/** What a file is beside its bytes. */
export type MediaFacts = {
  readonly mediaId: string;
  readonly contentType: string;
  /** When the voicemail or call was. */
  readonly at: EpochMs;
};

/** A file on its way in: it counts for nothing until it is kept. */
export type MediaPart = {
  readonly path: string;
  /** Where it is once it is kept. */
  readonly keptPath: string;
  write(bytes: Uint8Array): Promise<void>;
  /** Puts it in place, whole and on disk. */
  keep(facts: MediaFacts): Promise<void>;
  discard(): Promise<void>;
};

/** The media on this computer, in a folder of their own, least recently used out first. */
export type MediaStore = {
  find(identity: string): Promise<KeptMedia | undefined>;
  begin(identity: string): Promise<MediaPart>;
  /** Remembers that RingCentral has it no more. */
  noteGone(
    identity: string,
    facts: { readonly mediaId: string; readonly why: Gone },
  ): Promise<void>;
  findGone(identity: string): Promise<Gone | undefined>;
  usedBytes(): Promise<number>;
  /** Removes what is beyond the limits. */
  trim(): Promise<void>;
  forget(mediaIds: readonly string[]): Promise<void>;
  clear(): Promise<void>;
};

export type Gone = 'gone' | 'expired';

const note = z.union([
  z.object({
    mediaId: z.string(),
    contentType: z.string(),
    sizeBytes: z.number(),
    at: z.number(),
  }),
  z.object({ mediaId: z.string(), gone: z.enum(['gone', 'expired']), notedAt: z.number() }),
]);

type Entry = z.infer<typeof note> & { usedAt: EpochMs };
type Present = Extract<Entry, { sizeBytes: number }>;

const names = { data: '.media', note: '.json', part: '.part' } as const;
const onlyUser = 0o600;
const onlyUserFolder = 0o700;
/** A server that errs is asked once more, the day after. */
const goneForMs = 24 * 60 * 60_000;
/** The mean length of a month, in milliseconds. */
export const monthMs = (365.25 / 12) * 24 * 60 * 60_000;

/**
 * Each file lies beside a note of what it is, written after it: one without the other, and every
 * part of a crash, is removed when the folder is read.
 */
export function createMediaStore(deps: {
  readonly folder: string;
  readonly clock: Clock;
  readonly random: Pick<Random, 'uuid'>;
  readonly log: Log;
  readonly limits: () => MediaLimits;
}): MediaStore {
  const { folder, clock, log } = deps;
  let reading: Promise<Map<string, Entry>> | undefined;

  const entries = (): Promise<Map<string, Entry>> => {
    reading ??= readFolder(folder).catch((error: unknown) => {
      log.error('the media on this computer could not be read', error);
      return new Map<string, Entry>();
    });
    return reading;
  };
  const pathOf = (key: string, ending: keyof typeof names): string =>
    join(folder, `${key}${names[ending]}`);

  const writeNote = async (key: string, entry: z.infer<typeof note>): Promise<void> => {
    const path = `${pathOf(key, 'note')}${names.part}`;
    await writeWhole(path, Buffer.from(JSON.stringify(entry)));
    await rename(path, pathOf(key, 'note'));
  };

  const remove = async (key: string): Promise<void> => {
    (await entries()).delete(key);
    // The note first: a file without one is swept.
    await rm(pathOf(key, 'note'), { force: true });
    await rm(pathOf(key, 'data'), { force: true });
  };

  const removeAll = async (keys: readonly string[]): Promise<void> => {
    for (const key of keys) await remove(key);
  };

  const trim = async (): Promise<void> => {
    const { bytes, months } = deps.limits();
    const all = [...(await entries())].filter(isPresent);
    const oldest = months === undefined ? 0 : clock.now() - months * monthMs;
    let used = sum(all);
    for (const [key, entry] of all.sort(([, one], [, other]) => one.usedAt - other.usedAt)) {
      if (used <= bytes && entry.at >= oldest) continue;
      used -= entry.sizeBytes;
      await remove(key);
    }
  };

  return {
    async find(identity) {
      const key = keyOf(identity);
      const entry = (await entries()).get(key);
      if (entry === undefined || !('sizeBytes' in entry)) return undefined;
      const path = pathOf(key, 'data');
      const found = await stat(path).catch(() => undefined);
      if (found?.size !== entry.sizeBytes) {
        await remove(key);
        return undefined;
      }
      entry.usedAt = clock.now();
      const now = new Date(entry.usedAt);
      await utimes(path, now, now).catch(() => undefined);
      return { path, contentType: entry.contentType, sizeBytes: entry.sizeBytes };
    },
    async begin(identity) {
      await entries();
      const key = keyOf(identity);
      const path = join(folder, `${key}.${deps.random.uuid()}${names.part}`);
      await makeFolder(folder);
      const file = await open(path, 'wx', onlyUser);
      let sizeBytes = 0;
      const discard = async (): Promise<void> => {
        await file.close().catch(() => undefined);
        await rm(path, { force: true });
      };
      return {
        path,
        keptPath: pathOf(key, 'data'),
        discard,
        async write(bytes) {
          await file.writeFile(bytes);
          sizeBytes += bytes.byteLength;
        },
        async keep({ mediaId, contentType, at }) {
          const usedAt = clock.now();
          await file.utimes(new Date(usedAt), new Date(usedAt));
          await file.sync();
          await file.close();
          await remove(key);
          await rename(path, pathOf(key, 'data'));
          await writeNote(key, { mediaId, contentType, sizeBytes, at });
          (await entries()).set(key, { mediaId, contentType, sizeBytes, at, usedAt });
          await trim();
        },
      };
    },
    async noteGone(identity, { mediaId, why }) {
      const key = keyOf(identity);
      const entry = { mediaId, gone: why, notedAt: clock.now() };
      (await entries()).set(key, { ...entry, usedAt: entry.notedAt });
      await makeFolder(folder);
      await writeNote(key, entry);
    },
    async findGone(identity) {
      const entry = (await entries()).get(keyOf(identity));
      if (entry === undefined || !('gone' in entry)) return undefined;
      const age = clock.now() - entry.notedAt;
      return age >= 0 && age < goneForMs ? entry.gone : undefined;
    },
    usedBytes: async () => sum([...(await entries())].filter(isPresent)),
    trim,
    async forget(mediaIds) {
      const doomed = new Set(mediaIds);
      const all = [...(await entries())];
      await removeAll(all.filter(([, { mediaId }]) => doomed.has(mediaId)).map(([key]) => key));
    },
    async clear() {
      await removeAll([...(await entries()).keys()]);
    },
  };
}

/** What is whole; everything else in the folder is removed. */
async function readFolder(folder: string): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  const files = await readdir(folder).catch(() => []);
  for (const name of files.filter((file) => file.endsWith(names.note))) {
    const key = name.slice(0, -names.note.length);
    const entry = await readEntry(folder, key);
    if (entry !== undefined) entries.set(key, entry);
  }
  for (const name of files) {
    const key = name.split('.', 1)[0] ?? '';
    const entry = entries.get(key);
    const isData = name === `${key}${names.data}` && entry !== undefined && 'sizeBytes' in entry;
    const isNote = name === `${key}${names.note}` && entry !== undefined;
    if (!isData && !isNote) await rm(join(folder, name), { force: true });
  }
  return entries;
}

async function readEntry(folder: string, key: string): Promise<Entry | undefined> {
  try {
    const text = await readFile(join(folder, `${key}${names.note}`), 'utf8');
    const entry = note.parse(JSON.parse(text));
    if ('gone' in entry) return { ...entry, usedAt: entry.notedAt };
    const { size, mtimeMs } = await stat(join(folder, `${key}${names.data}`));
    return size === entry.sizeBytes ? { ...entry, usedAt: mtimeMs } : undefined;
  } catch {
    return undefined;
  }
}

async function makeFolder(folder: string): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: onlyUserFolder });
  // Made before with other rights, or under a looser umask.
  if (made === undefined) await chmod(folder, onlyUserFolder).catch(() => undefined);
}

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'w', onlyUser);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Names on disk tell nothing of calls or people. */
function keyOf(identity: string): string {
  return createHash('sha256').update(identity).digest('hex').slice(0, 40);
}

function isPresent(pair: [string, Entry]): pair is [string, Present] {
  return 'sizeBytes' in pair[1];
}

function sum(all: readonly [string, Present][]): number {
  return all.reduce((total, [, { sizeBytes }]) => total + sizeBytes, 0);
}
