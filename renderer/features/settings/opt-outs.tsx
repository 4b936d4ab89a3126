import { useState, type FormEvent } from 'react';
import type { OptOut } from '../../../shared/model/drafts.ts';
import type { E164 } from '../../../shared/model/ids.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { failureOf } from '../../app/bridge.ts';
import { shortWhen } from '../../app/format.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { usePartyWords } from '../../app/party.ts';
import { useHomeCountry, useSenders } from '../../app/queries.ts';
import { useOptOuts, useSetOptOut } from '../../app/text-rules/use-opt-outs.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './do-not-call.module.css';
import { Card } from './card.tsx';
import { NumberList } from './number-list.tsx';

const words = strings.textRules.optOuts;
const longestReason = 300;
/** The choice of all the user's numbers; no number is written so. */
const allNumbers = '*';

/** The numbers that want no texts: who, since when and how that came. */
export function OptOuts() {
  return (
    <Card place="opt-outs">
      <AddOptOut />
      <List />
    </Card>
  );
}

function AddOptOut() {
  const [typed, setTyped] = useState('');
  const [own, setOwn] = useState<string>(allNumbers);
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const home = useHomeCountry();
  const senders = useSenders().data ?? [];
  const about = usePartyWords();
  const note = useSetOptOut();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const number = toE164(typed, home);
    if (number === undefined) return setError(words.invalid);
    if (reason.trim() === '') return setError(words.reasonMissing);
    setError(undefined);
    const ownNumber = own === allNumbers ? undefined : (own as E164);
    const clear = (): void => {
      setTyped('');
      setReason('');
    };
    note.mutate(
      { number, ownNumber, isOptedOut: true, reason: reason.trim() },
      { onSuccess: clear },
    );
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={words.number}
        maxLength={60}
        value={typed}
        error={error === words.invalid ? error : undefined}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Select
        label={words.own}
        options={[
          { value: allNumbers, label: words.allOwn },
          ...senders.map(({ number }) => ({
            value: number as string,
            label: about.number(number),
          })),
        ]}
        value={own}
        emptyText={words.allOwn}
        onChange={setOwn}
      />
      <TextField
        label={words.reason}
        maxLength={longestReason}
        value={reason}
        error={error === words.reasonMissing ? error : undefined}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={typed.trim() === ''}>
          {words.add}
        </Button>
        <span role="status">{note.isSuccess && typed === '' ? words.added : ''}</span>
      </div>
      <TroubleLine failure={note.error ? failureOf(note.error) : undefined} />
    </form>
  );
}

function List() {
  return (
    <NumberList list={useOptOuts()} words={words}>
      {(optOut) => <Entry key={`${optOut.ownNumber ?? ''} ${optOut.number}`} optOut={optOut} />}
    </NumberList>
  );
}

function Entry({ optOut }: { readonly optOut: OptOut }) {
  const { party, number, ownNumber, at } = optOut;
  const [isLifting, setIsLifting] = useState(false);
  const about = usePartyWords();
  const now = useNow();
  const who = about.title(party);
  const written = about.number(number);
  const own = ownNumber === undefined ? words.fromAll : words.from(about.number(ownNumber));
  const detail = [who === written ? '' : written, howOf(optOut), shortWhen(at, now), own];
  return (
    <li className={styles.entry}>
      <span className={styles.words}>
        <span className="figures">{who}</span>
        <span className={styles.detail}>{detail.filter(Boolean).join(' · ')}</span>
        {isLifting && <Lift optOut={optOut} onEnd={() => setIsLifting(false)} />}
      </span>
      {!isLifting && (
        <Button variant="quiet" aria-label={words.liftOf(who)} onClick={() => setIsLifting(true)}>
          {words.lift}
        </Button>
      )}
    </li>
  );
}

function Lift(props: { readonly optOut: OptOut; readonly onEnd: () => void }) {
  const { number, ownNumber } = props.optOut;
  const [reason, setReason] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const lift = useSetOptOut();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (reason.trim() === '') return setIsMissing(true);
    lift.mutate({ number, ownNumber, isOptedOut: false, reason: reason.trim() });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={words.reason}
        maxLength={longestReason}
        value={reason}
        error={isMissing ? words.reasonMissing : undefined}
        onChange={(event) => {
          setReason(event.target.value);
          setIsMissing(false);
        }}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary">
          {words.allow}
        </Button>
        <Button onClick={props.onEnd}>{words.cancel}</Button>
      </div>
      <TroubleLine failure={lift.error ? failureOf(lift.error) : undefined} />
    </form>
  );
}

/** How it came that they want none. */
function howOf({ source, word }: OptOut): string {
  if (source === 'answer') return words.how.answer(word ?? '…');
  return words.how[source];
}
