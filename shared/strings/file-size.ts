import { locale } from './language.ts';

/** How large something is, as people read it: `340 KB`, `1.5 MB`; in steps of a thousand. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} KB`;
  const megabytes = bytes / 1_000_000;
  const rounded = megabytes >= 99.95 ? Math.round(megabytes) : Math.round(megabytes * 10) / 10;
  return `${rounded.toLocaleString(locale())} MB`;
}
