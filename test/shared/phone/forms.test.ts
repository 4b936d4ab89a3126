import { describe, expect, it } from 'vitest';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { parseLink } from '../../../shared/phone/link.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import type { LinkIntent } from '../../../shared/phone/types.ts';
import { africaAndMiddleEast } from './forms/africa-and-middle-east.ts';
import { asiaPacific } from './forms/asia-pacific.ts';
import { britishIsles } from './forms/british-isles.ts';
import { easternEurope } from './forms/eastern-europe.ts';
import { franceAndBenelux } from './forms/france-and-benelux.ts';
import type { Form } from './forms/form.ts';
import { germanSpeaking } from './forms/german-speaking.ts';
import { latinAmerica } from './forms/latin-america.ts';
import { otherLinks, smsLinks, telLinks, type LinkForm } from './forms/links.ts';
import { nordic } from './forms/nordic.ts';
import { northAmerica } from './forms/north-america.ts';
import { southernEurope } from './forms/southern-europe.ts';

const regions = [
  ...northAmerica,
  ...britishIsles,
  ...germanSpeaking,
  ...franceAndBenelux,
  ...nordic,
  ...southernEurope,
  ...easternEurope,
  ...latinAmerica,
  ...asiaPacific,
  ...africaAndMiddleEast,
];
const links = [...telLinks, ...otherLinks, ...smsLinks];

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
  it.each<Form>(forms)('%j', (written, expected, keyIn) => {
    expect(read(written, country as CountryCode)).toEqual([expected, keyIn]);
  });

  it.each(forms.filter(([, expected]) => expected.startsWith('+')))(
    '%j in a link',
    (written, expected, keyIn) => {
      if (/^(?:tel|callto):/i.test(written)) return;
      const link = parseLink(`tel:${encodeURIComponent(written)}`, country as CountryCode);
      expect(link.ok && tell(link.value)).toEqual([`call ${expected}`, keyIn, undefined]);
    },
  );
});

describe('links', () => {
  it.each<LinkForm>(links)('%j', (link, expected, more = {}) => {
    const parsed = parseLink(link, (more.country ?? 'US') as CountryCode);
    expect(parsed.ok ? tell(parsed.value) : [parsed.failure.message]).toEqual(
      parsed.ok ? [expected, more.keyIn, more.body] : [expected],
    );
  });

  it.each(links)('%j is read again from what is shown of it', (link, _expected, more = {}) => {
    const country = (more.country ?? 'US') as CountryCode;
    const parsed = parseLink(link, country);
    if (!parsed.ok) return;
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
