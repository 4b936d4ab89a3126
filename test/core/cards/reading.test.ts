import { describe, expect, it } from 'vitest';
import { guardDial } from '../../../main/core/calls/guard.ts';
import { readProposal } from '../../../main/core/cards/reading.ts';
import type { CountryCode } from '../../../shared/model/ids.ts';

/** Written as at home the first digits are heard; behind a country code nobody would see it. */
const heard = [
  ['1121234', 'GB'],
  ['112123456', 'ES'],
  ['9115550142', 'NL'],
  ['01120000', 'DE'],
  ['9111234567', 'MX'],
] as const;

describe('a number whose first digits call for help', () => {
  it.each(heard)('%s in %s is refused on a card as it is in the dialer', (typed, home) => {
    const country = home as CountryCode;
    const texts = [
      ['link', `tel:${typed}`],
      ['link', `sms:${typed}?body=Hi`],
      ['clipboard', typed],
      ['command-line', `tel:${typed}`],
    ] as const;
    for (const [source, text] of texts) {
      const proposed = readProposal(text, source, country);
      expect(proposed).toMatchObject({ kind: 'proposal', typed });
      const judged = guardDial(proposed.kind === 'proposal' ? proposed.typed : '', country);
      expect(judged).toMatchObject({ failure: { message: 'number.emergency' } });
    }
  });

  it('is refused among several who are texted together', () => {
    expect(readProposal('sms:020 7946 0142,1121234', 'link', 'GB' as CountryCode)).toMatchObject({
      kind: 'group-text',
      to: ['+442079460142', '1121234'],
    });
  });
});
