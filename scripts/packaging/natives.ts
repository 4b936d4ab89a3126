import { closeSync, openSync, readSync } from 'node:fs';
import type { Troubles } from './findings.ts';

/** What a library is made for, by the first bytes of its file. */
export function machineOf(head: Buffer): string {
  if (head.subarray(0, 4).equals(Buffer.from('\x7fELF', 'latin1'))) {
    return { 0x3e: 'linux-x64', 0xb7: 'linux-arm64' }[head.readUInt16LE(18)] ?? 'linux-unknown';
  }
  if (head.readUInt32LE(0) === 0xfeedfacf) {
    return (
      { 0x01000007: 'darwin-x64', 0x0100000c: 'darwin-arm64' }[head.readUInt32LE(4)] ??
      'darwin-unknown'
    );
  }
  if (head.subarray(0, 2).toString('latin1') === 'MZ') {
    const at = head.readUInt32LE(0x3c);
    return (
      { 0x8664: 'win32-x64', 0xaa64: 'win32-arm64' }[head.readUInt16LE(at + 4)] ?? 'win32-unknown'
    );
  }
  return 'no library';
}

/** Whether a native module is for the computer its name says. */
export function judgeNative(file: string): Troubles {
  const head = Buffer.alloc(4096);
  const descriptor = openSync(file, 'r');
  try {
    readSync(descriptor, head, 0, head.length, 0);
  } finally {
    closeSync(descriptor);
  }
  const machine = machineOf(head);
  return file.endsWith(`${machine}.node`) ? [] : [`${file} is for ${machine}`];
}
