import type { EpochMs } from '../../../../shared/model/ids.ts';

/** One line of an export, whatever it is of. Numbers are E.164 where they have that form. */
export type ExportRecord = {
  readonly kind: 'call' | 'text' | 'voicemail' | 'note';
  readonly id: string;
  readonly at: EpochMs;
  readonly direction: 'inbound' | 'outbound' | undefined;
  /** Everyone on the other side; several for a group. */
  readonly people: readonly ExportParty[];
  /** Who wrote, where that is one of several. */
  readonly sender: ExportParty | undefined;
  readonly ownNumber: string | undefined;
  /** How the call ended, or how far the text has come. */
  readonly status: string | undefined;
  readonly durationSeconds: number | undefined;
  /** The text, the note, or the transcript. */
  readonly text: string | undefined;
  /** What a call or a note was put down as. */
  readonly outcome: string | undefined;
  readonly attachments: readonly string[];
};

export type ExportParty = {
  readonly name: string | undefined;
  readonly company: string | undefined;
  readonly number: string | undefined;
  readonly extensionNumber: string | undefined;
};
