import type { Party } from '../../../shared/model/people.ts';
import { usePartyWords } from '../party.ts';
import { ClickablePhone } from './clickable-phone.tsx';

type PartyPhoneProps = { readonly party: Party };

/** What someone is called; a number where nothing else is known, which can be pressed. */
export function PartyTitle({ party }: PartyPhoneProps) {
  return <Words party={party} words={usePartyWords().title(party)} />;
}

/** What stands under the title: a number, which can be pressed, or the company. */
export function PartyDetail({ party }: PartyPhoneProps) {
  const words = usePartyWords().detail(party);
  return words === undefined ? null : <Words party={party} words={words} />;
}

function Words({ party, words }: PartyPhoneProps & { readonly words: string }) {
  const { number } = party;
  const shown = usePartyWords().number;
  if (number === undefined || words !== shown(number)) return words;
  return (
    <ClickablePhone number={number} party={party}>
      {words}
    </ClickablePhone>
  );
}
