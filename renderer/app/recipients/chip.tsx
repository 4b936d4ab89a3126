import type { E164 } from '../../../shared/model/ids.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { X } from '../../ui/icons.ts';
import { usePartyWords, type PartyWords } from '../party.ts';
import { useHomeCountry, useSuggestions } from '../queries.ts';
import type { Recipient } from '../ui-store.ts';
import styles from './recipients.module.css';

/** One of those a text goes to, by name where anyone has the number, however they were named. */
export function RecipientChip(props: {
  readonly recipient: Recipient;
  readonly onRemove: () => void;
}) {
  const shown = useShown(props.recipient, usePartyWords());
  return (
    <span className={styles.chip}>
      <span className="figures">{shown}</span>
      <button
        type="button"
        className={styles.remove}
        aria-label={strings.messages.removeRecipient(shown)}
        onClick={props.onRemove}
      >
        <X />
      </button>
    </span>
  );
}

function useShown({ number, party }: Recipient, words: PartyWords): string {
  const whole: E164 | undefined = toE164(number, useHomeCountry());
  const known = useSuggestions(party === undefined ? (whole ?? '') : '').find(
    (suggestion) => suggestion.party.number === whole,
  );
  const person = party ?? known?.party;
  if (person !== undefined) return words.title(person);
  return whole === undefined ? number : words.number(whole);
}
