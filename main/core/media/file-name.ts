import type { EpochMs } from '../../../shared/model/ids.ts';

const longest = 100;

/** Names that Windows keeps for devices, whatever follows the dot. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;

// Control characters, what file systems forbid, and what turns the order of reading round, so that
// a name shows the ending it has.
// oxlint-disable-next-line no-control-regex
const unsafe = /[\u0000-\u001f\u007f<>:"/\\|?*\u200b-\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A file name that every system takes, made of what strangers wrote. */
export function cleanFileName(name: string, extension: string): string {
  const flat = name.replaceAll(unsafe, ' ').replaceAll(/\s+/g, ' ').trim();
  const stem = flat
    .replace(/^[. ]+/, '')
    .slice(0, longest)
    .replace(/[. ]+$/, '');
  const safe = devices.test(stem) ? `_${stem}` : stem;
  return `${safe === '' ? 'Recording' : safe}.${extension}`;
}

/** The last part of a name that came with folders, of either kind of system. */
export function baseName(name: string): string {
  return name.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '';
}

/** An attachment keeps its own ending when that is one. */
export function splitFileName(name: string): {
  readonly stem: string;
  readonly extension: string | undefined;
} {
  const [, stem = name, extension] = /^(.+)\.([a-z0-9]{1,8})$/i.exec(name) ?? [];
  return { stem, extension };
}

/** A local date and time that sorts by name: `2026-03-02 09.41`. */
export function stamp(at: EpochMs): string {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}.${two(date.getMinutes())}`;
}
