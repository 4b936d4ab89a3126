import type { AttachmentSummary } from './model/messages.ts';
import { plainLine } from './plain-line.ts';

export type AttachmentKind = 'picture' | 'video' | 'audio' | 'contact' | 'file';

const cards: ReadonlySet<string> = new Set(['text/vcard', 'text/x-vcard', 'application/vcard']);
/** What the window shows or plays: the types that main serves as what they are. */
const shown: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/jpg',
  'image/png',
  'image/gif',
  'image/webp',
  'audio/mpeg',
  'audio/mp3',
  'audio/wav',
  'audio/x-wav',
  'audio/wave',
  'audio/ogg',
  'audio/mp4',
  'audio/x-m4a',
  'audio/aac',
  'video/mp4',
  'video/webm',
]);
/** Opened, these do things: programs, scripts, installers, links, pages and macros. */
const active = new Set(
  (
    'exe com scr pif msi msix msp bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta cpl dll reg lnk url ' +
    'jar apk app dmg pkg command deb rpm run sh appimage desktop iso img vhd ' +
    'html htm xhtml mht svg docm xlsm pptm xll'
  ).split(' '),
);
const longestName = 80;
const keptEnd = 20;

/** What somebody sent, as the sender's system calls it; what it is, its bytes decide when it is shown. */
export function attachmentKind({ contentType, fileName }: AttachmentSummary): AttachmentKind {
  const type = bareType(contentType);
  if (cards.has(type)) return 'contact';
  if (type === 'text/directory' || type === 'text/plain' || type === 'application/octet-stream') {
    return endingOf(fileName ?? '') === 'vcf' ? 'contact' : 'file';
  }
  // A drawing of this kind is a page with scripts.
  if (type.startsWith('image/') && !type.includes('svg')) return 'picture';
  if (type.startsWith('video/')) return 'video';
  return type.startsWith('audio/') ? 'audio' : 'file';
}

/** Whether the window can show or play something of this type. */
export function isShownType(contentType: string): boolean {
  return shown.has(bareType(contentType));
}

/** Whether opening a file of this name would run something. */
export function isActiveName(fileName: string | undefined): boolean {
  return fileName !== undefined && active.has(endingOf(plainFileName(fileName)));
}

/** A name as it can be shown: without folders and controls, its end kept when it is cut. */
export function plainFileName(fileName: string): string {
  const name = plainLine(fileName.split(/[/\\]/).findLast((part) => part.trim() !== '') ?? '');
  if (name.length <= longestName) return name;
  const kept = name.slice(0, longestName - keptEnd).toWellFormed();
  return `${kept}…${name.slice(-keptEnd).toWellFormed()}`;
}

/** `PDF` of `offer.pdf`; undefined without an ending that is one. */
export function fileFormat(fileName: string | undefined): string | undefined {
  const ending = endingOf(plainFileName(fileName ?? ''));
  return ending === '' ? undefined : ending.toUpperCase();
}

/** `offer` and `.pdf`: the two parts together are the name. */
export function splitName(fileName: string): { readonly stem: string; readonly ending: string } {
  const ending = endOf.exec(fileName)?.[0] ?? '';
  return { stem: fileName.slice(0, fileName.length - ending.length), ending };
}

/** Windows leaves out the dots and spaces at the end of a name. */
const endOf = /\.([a-z0-9]{1,10})[. ]*$/i;

function endingOf(fileName: string): string {
  return endOf.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

function bareType(contentType: string): string {
  return contentType.split(';', 1)[0]?.trim().toLowerCase() ?? '';
}
