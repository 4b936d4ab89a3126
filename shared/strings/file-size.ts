import { locale } from './language.ts';
import { plural } from './plural.ts';

const megabyte = 1_000_000;
const gigabyte = 1_000 * megabyte;

/** How large something is, as people read it: `340 KB`, `1.5 MB`, `2 GB`; in steps of a thousand. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return plural(bytes, 'byte', 'bytes');
  if (bytes < 999_500) return `${Math.round(bytes / 1_000)} KB`;
  const isMegabytes = bytes < 999.5 * megabyte;
  const amount = bytes / (isMegabytes ? megabyte : gigabyte);
  const rounded = amount >= 99.95 ? Math.round(amount) : Math.round(amount * 10) / 10;
  return `${rounded.toLocaleString(locale())} ${isMegabytes ? 'MB' : 'GB'}`;
}
