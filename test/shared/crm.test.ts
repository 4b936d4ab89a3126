import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCrmAddress, crmExample, fillCrmAddress } from '../../shared/crm.ts';

const ada = { number: '+12125550142', name: 'Ada Brook', email: 'ada+loans@example.com' };

describe('the address of a CRM', () => {
  it.each([
    'https://crm.example.com/search?phone={number}',
    'https://crm.example.com/{email}',
    'https://crm.example.com:8443/#/people/{name}?n={number}',
    'HTTPS://CRM.example.com?q={name}',
  ])('is %s', (address) => {
    expect(checkCrmAddress(address)).toEqual({ ok: true, value: undefined });
  });

  it.each([
    ['nothing', ''],
    ['another scheme', 'http://crm.example.com/{number}'],
    ['a script', 'javascript:alert({number})'],
    ['a placeholder in the host', 'https://{name}.example.com/{number}'],
    ['a placeholder beside the host', 'https://crm.example.com{name}/{number}'],
    ['a user name', 'https://crm.example.com@other.example/{number}'],
    ['a backslash', 'https://crm.example.com\\@other.example/{number}'],
    ['a line break', 'https://crm.example.com/\n{number}'],
    ['no placeholder', 'https://crm.example.com/search'],
    ['one that is not known', 'https://crm.example.com/{phone}{number}'],
    ['half a one', 'https://crm.example.com/{number'],
  ])('is not %s', (_, address) => {
    expect(checkCrmAddress(address)).toMatchObject({ failure: { message: 'crm.address-invalid' } });
  });

  it('is filled percent-encoded', () => {
    expect(fillCrmAddress('https://crm.example.com/{name}?n={number}&e={email}', ada)).toBe(
      'https://crm.example.com/Ada%20Brook?n=%2B12125550142&e=ada%2Bloans%40example.com',
    );
  });

  it('has the number in every writing, and what else is known of a call', () => {
    const address =
      'https://crm.example.com/loans?p={e164}&n={national}&d={digits}&x={ext}&c={call_id}';
    expect(fillCrmAddress(address, { ...ada, extension: '104', callId: '1024' })).toBe(
      'https://crm.example.com/loans?p=%2B12125550142&n=2125550142&d=12125550142&x=104&c=1024',
    );
    expect(fillCrmAddress('https://crm.example.com/?n={national}', crmExample)).toBe(
      'https://crm.example.com/?n=2125550142',
    );
  });

  it('leaves open after the path what is not known, as long as something is', () => {
    const address = 'https://crm.example.com/new?phone={number}&name={name}';
    const stranger = { number: ada.number, name: undefined, email: undefined };
    expect(fillCrmAddress(address, stranger)).toBe(
      'https://crm.example.com/new?phone=%2B12125550142&name=',
    );
    expect(fillCrmAddress(address, { ...stranger, number: undefined })).toBeUndefined();
    expect(fillCrmAddress('https://crm.example.com/{name}?p={number}', stranger)).toBeUndefined();
  });

  it.each([undefined, '', '  ', '..', '.'])('is not filled with %j', (name) => {
    expect(fillCrmAddress('https://crm.example.com/{name}', { ...ada, name })).toBeUndefined();
  });

  it('leads to the same host and the same depth, whatever somebody is called', () => {
    const address = 'https://crm.example.com/people/{name}/open?n={number}#{email}';
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const filled = fillCrmAddress(address, { ...ada, name });
        if (filled === undefined) return;
        const url = new URL(filled);
        expect(url.origin).toBe('https://crm.example.com');
        expect(url.pathname.split('/')).toHaveLength(4);
        expect(url.pathname.endsWith('/open')).toBe(true);
        expect(url.searchParams.get('n')).toBe(ada.number);
      }),
      { numRuns: 300 },
    );
  });
});
