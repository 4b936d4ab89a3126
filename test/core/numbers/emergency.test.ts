import { describe, expect, it } from 'vitest';
import { isEmergency } from '../../../main/core/numbers/emergency.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';
import { parseLink } from '../../../shared/phone/link.ts';
import { parseDialable, parseShort } from '../../../shared/phone/parse.ts';
import { emergencies, ordinary } from './emergency-forms.ts';

describe('an emergency number', () => {
  it.each(emergencies)('%j in %s', (typed, country) => {
    expect(isEmergency(typed, country as CountryCode)).toBe(true);
  });

  it('never comes out of a link as anything that is not one', () => {
    for (const [typed, country] of emergencies) {
      const link = parseLink(typed, country as CountryCode);
      if (!link.ok) continue;
      const called = link.value.kind === 'dial' ? [link.value] : link.value.to;
      for (const { typed: shown } of called) {
        expect([shown, isEmergency(shown, country as CountryCode)]).toEqual([shown, true]);
      }
    }
  });
});

describe('anybody’s number', () => {
  it.each(ordinary)('%j in %s', (typed, country) => {
    expect(isEmergency(typed, country as CountryCode)).toBe(false);
  });

  it('is still none as it would be sent', () => {
    for (const [typed, country] of ordinary) {
      const home = country as CountryCode;
      const parsed = parseDialable(typed, home);
      const target = parsed.ok ? parsed.value : parseShort(typed);
      const number = target?.number ?? '';
      expect([typed, number, isEmergency(number, home)]).toEqual([typed, number, false]);
    }
  });
});

describe('the table', () => {
  it('has at least sixty forms from twenty countries', () => {
    const forms = [...emergencies, ...ordinary];
    const countries = new Set(forms.map(([, country]) => country));
    console.info(`${forms.length} forms from ${countries.size} countries`);
    expect(forms.length).toBeGreaterThanOrEqual(60);
    expect(countries.size).toBeGreaterThanOrEqual(20);
    expect(new Set(forms.map((form) => form.join(' '))).size).toBe(forms.length);
  });
});
