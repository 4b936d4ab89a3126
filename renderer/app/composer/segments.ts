import { SegmentedMessage } from 'sms-segments-calculator';

/** How carriers cut a text: GSM-7 holds 160 characters, or 153 of several; UCS-2 70, or 67. */
export type Segments = {
  readonly encoding: 'GSM-7' | 'UCS-2';
  readonly count: number;
  /** Characters of the encoding, and how many that many messages hold. */
  readonly used: number;
  readonly capacity: number;
  /** What GSM-7 has no letter for, each once. */
  readonly special: readonly string[];
};

const sizes = {
  'GSM-7': { bits: 7, alone: 160, joined: 153 },
  'UCS-2': { bits: 16, alone: 70, joined: 67 },
} as const;

export function segmentsOf(text: string): Segments {
  const message = new SegmentedMessage(text);
  const { encodingName: encoding, segmentsCount: count } = message;
  const { bits, alone, joined } = sizes[encoding];
  return {
    encoding,
    count,
    used: message.messageSize / bits,
    capacity: count <= 1 ? alone : count * joined,
    special: [...new Set(message.getNonGsmCharacters())],
  };
}

/** The text with plain quotes, dashes and spaces in place of those that GSM-7 has no letter for. */
export function toPlain(text: string): string {
  // Accents as letters of their own: the library would write those out beside the letter.
  const composed = text.normalize('NFC').replace(/[\p{Zs}\t]/gu, ' ');
  return new SegmentedMessage(composed, 'auto', true).graphemes.join('');
}
