import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { parseLink } from '../../../shared/phone/link.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import type { LinkIntent } from '../../../shared/phone/types.ts';
import { links, regions } from './forms/all.ts';

/** What a text is read as, in the table's words. */
function read(written: string, country: CountryCode): readonly (string | undefined)[] {
  const parsed = parseDialable(written, country);
  if (parsed.ok) return [parsed.value.number, parsed.value.keyIn];
  if (parsed.failure.message !== 'number.short') return [parsed.failure.message, undefined];
  const short = parseShort(written);
  return [`short:${short?.number}`, short?.keyIn];
}

function tell(intent: LinkIntent): readonly (string | undefined)[] {
  if (intent.kind === 'dial') {
    return [`call ${intent.target.number}`, intent.target.keyIn, undefined];
  }
  const numbers = intent.to.map(({ target }) => target.number).join(' ');
  return [`text ${numbers}`, intent.to[0]?.target.keyIn, intent.body];
}

describe.each(regions)('numbers as they are written in $country', ({ country, forms }) => {
  const home = country as CountryCode;
  const rows = forms.map(([written, expected, keyIn]) => ({ written, expected, keyIn }));

  it.each(rows)('$written', ({ written, expected, keyIn }) => {
    expect(read(written, home)).toEqual([expected, keyIn]);
  });

  const numbers = rows.filter(
    ({ written, expected }) => expected.startsWith('+') && !/^(?:tel|callto):/i.test(written),
  );
  it.each(numbers)('$written in a link', ({ written, expected, keyIn }) => {
    const link = parseLink(`tel:${encodeURIComponent(written)}`, home);
    expect(link.ok && tell(link.value)).toEqual([`call ${expected}`, keyIn, undefined]);
  });
});

describe('links', () => {
  const rows = links.map(([link, expected, more]) => ({ link, expected, more }));

  it.each(rows)('$link', ({ link, expected, more }) => {
    const parsed = parseLink(link, (more?.country ?? 'US') as CountryCode);
    expect(parsed.ok ? tell(parsed.value) : [parsed.failure.message]).toEqual(
      parsed.ok ? [expected, more?.keyIn, more?.body] : [expected],
    );
  });

  const readable = rows.filter(({ expected }) => /^(?:call|text) /.test(expected));
  it.each(readable)('$link is read again from what is shown of it', ({ link, more }) => {
    const country = (more?.country ?? 'US') as CountryCode;
    const parsed = parseLink(link, country);
    if (!parsed.ok) throw new Error(parsed.failure.message);
    const shown = parsed.value.kind === 'dial' ? [parsed.value] : parsed.value.to;
    for (const { typed, target } of shown) {
      const again = parseDialable(typed, country);
      expect(again.ok ? again.value : parseShort(typed)).toEqual(target);
    }
  });
});

describe('the table', () => {
  it('has at least three hundred forms from twenty countries, each once', () => {
    const written = regions.flatMap(({ country, forms }) =>
      forms.map(([form]) => `${country} ${form}`),
    );
    console.info(
      `${written.length} forms from ${regions.length} countries, and ${links.length} links`,
    );
    expect(written.length).toBeGreaterThanOrEqual(300);
    expect(regions.length).toBeGreaterThanOrEqual(20);
    expect(new Set(written).size).toBe(written.length);
    expect(new Set(links.map(([link]) => link)).size).toBe(links.length);
  });
});
