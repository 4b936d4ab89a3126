import { describe, expect, it } from 'vitest';
import {
  attachmentKind,
  fileFormat,
  isActiveName,
  isShownType,
  plainFileName,
  splitName,
} from '../../shared/attachments.ts';
import { plainLine, withoutDirections } from '../../shared/plain-line.ts';
import { strings } from '../../shared/strings/strings.ts';

describe('what a file is', () => {
  it.each([
    ['image/png', undefined, 'picture'],
    ['IMAGE/JPEG; name=x', undefined, 'picture'],
    ['image/heic', undefined, 'picture'],
    ['image/svg+xml', 'logo.svg', 'file'],
    ['text/html', 'photo.png', 'file'],
    ['video/3gpp', undefined, 'video'],
    ['audio/amr', undefined, 'audio'],
    ['text/x-vcard', undefined, 'contact'],
    ['text/plain', 'Ada Brook.vcf', 'contact'],
    ['application/octet-stream', 'offer.pdf', 'file'],
    ['', undefined, 'file'],
  ])('%s, %s: %s', (contentType, fileName, kind) => {
    expect(attachmentKind({ contentType, fileName })).toBe(kind);
  });

  it('is shown only where a browser can, and is no page', () => {
    expect(['image/png', 'image/JPG; a=b', 'video/mp4'].every(isShownType)).toBe(true);
    expect(['image/svg+xml', 'image/heic', 'image/tiff', 'text/html', ''].some(isShownType)).toBe(
      false,
    );
  });

  it.each([
    ['setup.exe', true],
    ['photo.png.exe', true],
    ['photo.EXE. . ', true],
    ['photo\u202egnp.exe', true],
    ['statement.html', true],
    ['budget.xlsm', true],
    ['photo.png', false],
    ['exe', false],
    ['loan.application.pdf', false],
    [undefined, false],
  ])('%j does something when it is opened: %s', (name, isActive) => {
    expect(isActiveName(name)).toBe(isActive);
  });

  it('has a name without folders, controls or an end nobody sees', () => {
    expect(plainFileName('../../etc/passwd')).toBe('passwd');
    expect(plainFileName('C:\\Users\\ada\\offer.pdf')).toBe('offer.pdf');
    expect(plainFileName('invoice\u202efdp.exe\n')).toBe('invoicefdp.exe');
    expect(plainFileName('/')).toBe('');
    const endless = plainFileName(`${'a'.repeat(100_000)}.pdf`);
    expect(endless).toHaveLength(81);
    expect(endless.endsWith('.pdf')).toBe(true);
    expect(fileFormat('offer.pdf')).toBe('PDF');
    expect(fileFormat('offer')).toBeUndefined();
  });
});

describe('a list', () => {
  const file = (contentType: string, fileName?: string) => ({ contentType, fileName });

  it('says what a text without words brought', () => {
    const { summary } = strings.attachments;
    expect(summary([])).toBeUndefined();
    expect(summary([file('image/png')])).toBe('Picture');
    expect(summary([file('video/mp4')])).toBe('Video');
    expect(summary([file('audio/amr')])).toBe('Voice message');
    expect(summary([file('text/vcard')])).toBe('Contact');
    expect(summary([file('application/pdf', '/tmp/offer.pdf')])).toBe('File: offer.pdf');
    expect(summary([file('application/pdf')])).toBe('File');
    expect(summary([file('image/png'), file('image/jpeg')])).toBe('2 pictures');
    expect(summary([file('image/png'), file('text/vcard')])).toBe('2 attachments');
  });
});

describe('a line with what strangers wrote in it', () => {
  it('reads in its own order', () => {
    expect(plainLine('Ada\u202e koorB\u2066\u061c')).toBe('Ada koorB');
    expect(plainLine(' a\r\n\tb\u0000c\u2028d ')).toBe('a b c d');
    expect(withoutDirections('one\n\u202etwo')).toBe('one\ntwo');
  });

  it('keeps every script and picture as it is', () => {
    for (const text of ['שלום Ada', 'می‌خواهم', '👩‍👩‍👧 ok', '日本 text']) {
      expect(plainLine(text)).toBe(text);
    }
  });
});

it('a name is split before its ending, and the parts are the name', () => {
  expect(splitName('Statement.pdf.exe')).toEqual({ stem: 'Statement.pdf', ending: '.exe' });
  expect(splitName('run.cmd. ')).toEqual({ stem: 'run', ending: '.cmd. ' });
  expect(splitName('Offer')).toEqual({ stem: 'Offer', ending: '' });
});
