import { attachmentKind, plainFileName, type AttachmentKind } from '../attachments.ts';
import type { AttachmentSummary } from '../model/messages.ts';
import { plural } from './plural.ts';

type Noun = readonly [one: string, many: string];

type AttachmentNouns = {
  readonly one: Readonly<Record<AttachmentKind, string>>;
  readonly several: Readonly<Record<AttachmentKind, Noun>>;
  /** Files of different kinds. */
  readonly mixed: Noun;
  /** A file by its name. */
  readonly named: (name: string) => string;
};

/** What a text without words brought: “Picture”, “File: offer.pdf”, “3 pictures”, “2 attachments”. */
export function createAttachmentSummary(nouns: AttachmentNouns) {
  return (files: readonly AttachmentSummary[]): string | undefined => {
    const [first] = files;
    if (first === undefined) return undefined;
    const kinds = new Set(files.map(attachmentKind));
    const [kind = 'file'] = kinds;
    if (kinds.size > 1) return plural(files.length, ...nouns.mixed);
    if (files.length > 1) return plural(files.length, ...nouns.several[kind]);
    const name = kind === 'file' ? plainFileName(first.fileName ?? '') : '';
    return name === '' ? nouns.one[kind] : nouns.named(name);
  };
}
