import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, failureOf } from '../../app/bridge.ts';
import { countryName } from '../../app/caller-id/view-model.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { usePartyWords } from '../../app/party.ts';
import { Button } from '../../ui/button.tsx';
import styles from './do-not-call.module.css';
import cards from './settings.module.css';

const words = strings.settingsPage.countries;
// A change of what calls show is told of as one of phones.
const queryKey = ['phones', 'country-caller-ids'];

/** Which number calls to a whole country show, and the way to take that back. */
export function CountryCallerIds() {
  const client = useQueryClient();
  const party = usePartyWords();
  const chosen = useQuery({
    queryKey,
    queryFn: () => ask('calls.list-country-caller-ids', undefined),
  });
  const forget = useMutation({
    networkMode: 'always',
    mutationFn: (country: string) => ask('calls.forget-country-caller-id', { country }),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
  const error = chosen.error ?? forget.error;
  const rows = chosen.data ?? [];
  if (rows.length === 0 && error === null) return null;
  return (
    <div className={cards.choice}>
      <h3>{words.title}</h3>
      <p className={cards.advice}>{words.advice}</p>
      <TroubleLine failure={error ? failureOf(error) : undefined} />
      <ul className={styles.list} aria-label={words.title}>
        {rows.map(({ country, callerId }) => (
          <li key={country} className={styles.entry}>
            <span className={styles.words}>
              <span>{countryName(country)}</span>
              <span className={`${styles.detail} figures`}>{party.number(callerId)}</span>
            </span>
            <Button
              variant="quiet"
              aria-label={words.forgetOf(countryName(country))}
              onClick={() => forget.mutate(country)}
            >
              {words.forget}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
