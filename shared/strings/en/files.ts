import { fileSize } from '../file-size.ts';
import { plural } from '../plural.ts';

const oneDecimal = (bytes: number): string => (Math.round(bytes / 100_000) / 10).toFixed(1);

export const files = {
  attach: 'Attach pictures or files',
  tray: 'Attached files',
  size: fileSize,
  /** Of a picture that was made smaller. */
  shrunk: (before: number, after: number) => `${fileSize(before)}, sent as ${fileSize(after)}`,
  shrinking: 'Making it smaller…',
  adding: 'Attaching…',
  attached: (count: number) => `${plural(count, 'file', 'files')} attached`,
  remove: (name: string) => `Remove ${name}`,
  dismiss: (name: string) => `Dismiss what is said of ${name}`,
  count: (count: number, most: number, bytes: number, mostBytes: number) =>
    `${count} of ${plural(most, 'file', 'files')}, ${oneDecimal(bytes)} of ${oneDecimal(mostBytes)} MB`,
  drop: 'Drop files here to attach them',
  notReady: 'A file is still being attached.',
  /** Of what cannot be attached, where main has not been asked. */
  moving: {
    title: 'A moving picture cannot be made smaller',
    advice: (limit: number) =>
      `A text carries ${fileSize(limit)} of files. Send a still picture, or a link to it.`,
  },
  cannotShrink: {
    title: 'This picture could not be made small enough',
    advice: (limit: number) =>
      `A text carries ${fileSize(limit)} of files. Save it as a JPEG first, or send a link to it.`,
  },
  unreadable: {
    title: 'This file could not be read',
    advice: 'It may be a folder, or have been moved. Attach it again.',
  },
  pasted: 'Pasted picture',
} as const;
