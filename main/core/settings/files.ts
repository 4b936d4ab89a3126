import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { failure } from '../../../shared/failure.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type {
  SettingChange,
  SettingsFileDraft,
  SkippedBecause,
} from '../../../shared/model/settings.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { createDraftSlot } from '../draft-slot.ts';
import type { Clock, FileDialogs, Log, Random } from '../ports.ts';
import { readBytes } from '../read-bytes.ts';
import { personalNames, settingNames } from './defaults.ts';
import { currentVersion, migrate, type Fields } from './migrations.ts';
import type { SettingsService } from './service.ts';
import { isSettingName, parseSetting, type Chosen } from './stored.ts';

/** Settings as a file: to another computer, to a colleague, or to be kept. */
export type SettingsFiles = {
  /** Asks where to and writes; undefined when the user thought better of it. */
  write(): Promise<Result<{ readonly fileName: string } | undefined>>;
  /** Asks for a file and says what it would change; undefined when none was chosen. */
  read(): Promise<Result<SettingsFileDraft | undefined>>;
  /** Fails with `settings.file-gone` when another file has been read since, or none. */
  apply(id: string): Promise<Result<Settings>>;
  /** Drops what was read. */
  stop(): void;
};

/** As a file says what it is. */
const kindOfFile = 'sidetone-settings';
const mostBytes = 1024 * 1024;

const words = strings.settingsPage.file;

/** Builds it; the last file that was read is kept until it is used or another is read. */
export function createSettingsFiles(deps: {
  readonly settings: Pick<SettingsService, 'get' | 'set' | 'getStanding'>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly fileDialogs: Pick<FileDialogs, 'chooseSave' | 'chooseOpen'>;
}): SettingsFiles {
  const { settings, clock, log } = deps;
  const drafts = createDraftSlot<Chosen>(clock);

  return {
    async write() {
      const day = new Date(clock.now()).toISOString().slice(0, 10);
      const file = await deps.fileDialogs.chooseSave({
        title: words.exportTitle,
        fileName: `sidetone-settings-${day}.json`,
        kind: { name: words.kind, extensions: ['json'] },
      });
      if (file === undefined) return ok(undefined);
      const partial = `${file}.part`;
      try {
        await writeFile(partial, toFile(settings.get()), { mode: 0o600 });
        await rename(partial, file);
        return ok({ fileName: basename(file) });
      } catch (error) {
        log.error('the settings could not be written out', error);
        await rm(partial, { force: true }).catch(() => undefined);
        return fail(failure('internal', 'settings.file-not-written'));
      }
    },
    async read() {
      const file = await deps.fileDialogs.chooseOpen({
        title: words.importTitle,
        kind: { name: words.kind, extensions: ['json'] },
      });
      if (file === undefined) return ok(undefined);
      const bytes = await readBytes(file, mostBytes, log);
      const found = typeof bytes === 'string' ? undefined : parseFile(bytes);
      if (found === undefined) return fail(failure('invalid', 'settings.file-unreadable'));
      const planned = plan(found, settings.get(), settings.getStanding().locked);
      const id = deps.random.uuid();
      const patch = planned.changes.map(({ name, after }) => [name, after] as const);
      drafts.hold(id, Object.fromEntries(patch));
      return ok({ id, fileName: basename(file), ...planned });
    },
    async apply(id) {
      const applied = drafts.use(id, (patch) => Promise.resolve(settings.set(patch)));
      return (await applied) ?? fail(failure('not-found', 'settings.file-gone'));
    },
    stop: drafts.drop,
  };
}

/** What is written: every choice that makes sense elsewhere, and no secret, for settings hold none. */
export function toFile(settings: Settings): string {
  const names = settingNames.filter((name) => !personalNames.includes(name));
  const chosen = Object.fromEntries(names.map((name) => [name, settings[name] ?? null]));
  const content = { kind: kindOfFile, version: currentVersion, settings: chosen };
  return `${JSON.stringify(content, undefined, 2)}\n`;
}

type FoundFile = { readonly version: number; readonly fields: Fields };

/** Undefined for what is no settings file. */
function parseFile(bytes: Uint8Array): FoundFile | undefined {
  try {
    const content: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (!isRecord(content) || content['kind'] !== kindOfFile) return undefined;
    const { version, settings: fields } = content;
    const isWhole = typeof version === 'number' && Number.isInteger(version) && version >= 0;
    return isWhole && isRecord(fields) ? { version, fields } : undefined;
  } catch {
    return undefined;
  }
}

/** Compares a file with what holds, field by field. */
function plan(
  found: FoundFile,
  settings: Settings,
  locked: readonly (keyof Settings)[],
): Omit<SettingsFileDraft, 'id' | 'fileName'> {
  const changes: SettingChange[] = [];
  const skipped: { name: string; because: SkippedBecause }[] = [];
  let same = 0;
  for (const [name, raw] of Object.entries(migrate(found.fields, found.version))) {
    const judged = judge(name, raw, locked);
    if ('because' in judged) skipped.push({ name: name.slice(0, 60), because: judged.because });
    else if (JSON.stringify(judged.after) === JSON.stringify(settings[judged.name])) same += 1;
    else changes.push({ ...judged, before: settings[judged.name] });
  }
  return { changes, same, skipped, isNewer: found.version > currentVersion };
}

type Judged = Pick<SettingChange, 'name' | 'after'> | { readonly because: SkippedBecause };

function judge(name: string, raw: unknown, locked: readonly (keyof Settings)[]): Judged {
  if (!isSettingName(name)) return { because: 'unknown' };
  if (personalNames.includes(name)) return { because: 'personal' };
  if (locked.includes(name)) return { because: 'locked' };
  const parsed = parseSetting(name, raw);
  return parsed === undefined ? { because: 'invalid' } : { name, after: parsed.value };
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
