import {
  attachmentKind,
  fileFormat,
  isShownType,
  plainFileName,
  type AttachmentKind,
} from '../../../../shared/attachments.ts';
import type { Failure } from '../../../../shared/failure.ts';
import type { AttachmentView } from '../../../../shared/model/messages.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { fileSize } from '../../../../shared/strings/file-size.ts';
import { timeOfDay } from '../../../app/format.ts';
import type { PartyWords } from '../../../app/party.ts';
import type { Bubble } from '../view-model.ts';

const words = strings.attachments;

/** What is larger is not fetched unasked: nobody texts such a picture. */
const mostPictureBytes = 20_000_000;
const mostVideoBytes = 200_000_000;

/** In CSS pixels. */
type Box = { readonly width: number; readonly height: number };

const most: Box = { width: 320, height: 280 };
const unknown: Box = { width: 240, height: 180 };
const leastSide = 72;

/** How a file is drawn: shown where the window can show it, else as a line with its name. */
export function drawnAs(file: AttachmentView): AttachmentKind {
  const kind = attachmentKind(file);
  if (kind === 'contact' || kind === 'file') return kind;
  const bytes = file.sizeBytes ?? 0;
  const isTooLarge =
    (kind === 'picture' && bytes > mostPictureBytes) ||
    (kind === 'video' && bytes > mostVideoBytes);
  return isShownType(file.contentType) && !isTooLarge ? kind : 'file';
}

/** The place a picture keeps from the first, so that nothing moves when it is there. */
export function boxOf(size: AttachmentView['size']): Box {
  if (size === undefined) return unknown;
  const scale = Math.min(1, most.width / size.width, most.height / size.height);
  const side = (length: number): number => Math.max(leastSide, Math.round(length * scale));
  return { width: side(size.width), height: side(size.height) };
}

/** “Picture from Ada Brook, 2:02 PM”, and which of several: for readers, and below it in full size. */
export function describe(
  file: AttachmentView,
  bubble: Pick<Bubble, 'direction' | 'from' | 'at'> & Partial<Pick<Bubble, 'attachments'>>,
  party: PartyWords,
): string {
  const { direction, from, at } = bubble;
  const who =
    direction === 'outbound' ? undefined : from ? party.title(from) : strings.app.unknownParty;
  const kind = attachmentKind(file);
  const label = words.from(kind, who, timeOfDay(at));
  const alike = (bubble.attachments ?? []).filter((each) => attachmentKind(each) === kind);
  if (alike.length < 2) return label;
  const place = alike.findIndex(({ mediaId }) => mediaId === file.mediaId) + 1;
  return words.among(label, place, alike.length);
}

/** The name of a file as it can be shown, never empty. */
export function nameOf({ fileName }: AttachmentView): string {
  return plainFileName(fileName ?? '') || words.unnamed;
}

/** `PDF · 340 KB`: as far as it is known. */
export function detailOf({ fileName, sizeBytes }: AttachmentView): string {
  const format = fileFormat(fileName) ?? words.unknownType;
  return sizeBytes === undefined ? format : `${format} · ${fileSize(sizeBytes)}`;
}

/** Why something that is shown or played elsewhere is only a file here. */
export function noteOf(file: AttachmentView): string | undefined {
  const kind = attachmentKind(file);
  if (kind === 'file' || kind === 'contact') return undefined;
  if (!isShownType(file.contentType)) return words.notPlayed;
  return words.tooLarge(fileSize(file.sizeBytes ?? 0));
}

/** Why a file is not there, in a sentence. */
export function troubleWords(failure: Failure): string {
  const own = words.troubles[failure.message as keyof typeof words.troubles];
  if (own !== undefined) return own;
  const { title, advice } = strings.failures(failure);
  return `${title}. ${advice}`;
}

export type ThreadPicture = { readonly file: AttachmentView; readonly label: string };

/** The pictures of a thread as far as it has been read, oldest first. */
export function picturesOf(
  bubbles: readonly Bubble[],
  party: PartyWords,
): readonly ThreadPicture[] {
  return bubbles.flatMap((bubble) =>
    bubble.attachments
      .filter((file) => drawnAs(file) === 'picture')
      .map((file) => ({ file, label: describe(file, bubble, party) })),
  );
}
