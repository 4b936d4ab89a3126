import { describe, expect, it } from 'vitest';
import { helpPages, toOpenable } from '../../main/shell/external.ts';

const elsewhere = { telHandledElsewhere: true };
const here = { telHandledElsewhere: false };

describe('toOpenable', () => {
  it('lets the pages of the menu pass', () => {
    for (const page of Object.values(helpPages)) expect(toOpenable(page, here)).toBe(page);
  });

  it('lets a number pass to another program, never back to ourselves', () => {
    expect(toOpenable('tel:+14155550142', elsewhere)).toBe('tel:+14155550142');
    expect(toOpenable('tel:4155550142', elsewhere)).toBe('tel:4155550142');
    expect(toOpenable('tel:+14155550142', here)).toBeUndefined();
  });

  it.each([
    '',
    'tel:',
    'tel:+1 415',
    'tel:+14155550142;phone-context=evil.example',
    'tel:+14155550142?x=1',
    'tel:--help',
    'tel://+14155550142',
    'http://status.ringcentral.com/',
    'https://ringcentral.example/',
    'https://status.ringcentral.com.example/',
    'https://user@status.ringcentral.com/',
    'https://status.ringcentral.com:8443/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'smb://server/share',
    'ms-settings:',
    'mailto:someone@example.com',
    'not an address',
  ])('refuses %j', (address) => expect(toOpenable(address, elsewhere)).toBeUndefined());
});
