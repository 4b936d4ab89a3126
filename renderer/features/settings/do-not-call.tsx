import { useId, useState } from 'react';
import type { DoNotCallEntry } from '../../../shared/model/calls.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, failureOf } from '../../app/bridge.ts';
import { useAddDoNotCall, useRemoveDoNotCall } from '../../app/do-not-call/use-do-not-call.ts';
import { shortWhen } from '../../app/format.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { usePartyWords } from '../../app/party.ts';
import { usePages } from '../../app/queries.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './do-not-call.module.css';
import { Card } from './card.tsx';
import { NumberList } from './number-list.tsx';

const words = strings.guards.doNotCall;

/** The numbers that are asked about before they are called: who, why, since when. */
export function DoNotCall() {
  return (
    <Card place="do-not-call">
      <AddNumbers />
      <List />
    </Card>
  );
}

function AddNumbers() {
  const [numbers, setNumbers] = useState('');
  const [reason, setReason] = useState('');
  const add = useAddDoNotCall();
  const statusId = useId();
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    if (numbers.trim() === '' || add.isPending) return;
    const clear = (): void => {
      setNumbers('');
      setReason('');
    };
    add.mutate({ numbers, reason: reason.trim() }, { onSuccess: clear });
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextArea
        label={words.numbers}
        rows={3}
        maxLength={20_000}
        value={numbers}
        aria-describedby={statusId}
        onChange={(event) => setNumbers(event.target.value)}
      />
      <TextField
        label={words.reason}
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" aria-disabled={numbers.trim() === ''}>
          {words.add}
        </Button>
        <span id={statusId} role="status">
          {add.isSuccess && numbers === '' ? words.added(add.data.added) : ''}
        </span>
      </div>
      <TroubleLine failure={add.error ? failureOf(add.error) : undefined} />
    </form>
  );
}

function List() {
  const list = usePages(['do-not-call', 'list'], (page) => ask('do-not-call.list', page));
  const remove = useRemoveDoNotCall();
  return (
    <>
      <TroubleLine failure={remove.error ? failureOf(remove.error) : undefined} />
      <NumberList list={list} words={words}>
        {(entry) => (
          <Entry key={entry.number} entry={entry} onRemove={() => remove.mutate([entry.number])} />
        )}
      </NumberList>
    </>
  );
}

function Entry(props: { readonly entry: DoNotCallEntry; readonly onRemove: () => void }) {
  const { party, number, reason, addedAt } = props.entry;
  const about = usePartyWords();
  const now = useNow();
  const who = about.title(party);
  const written = about.number(number);
  const since = words.since(shortWhen(addedAt, now));
  return (
    <li className={styles.entry}>
      <span className={styles.words}>
        <span className="figures">{who}</span>
        <span className={styles.detail}>
          {[who === written ? '' : written, reason, since].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Button variant="quiet" aria-label={words.removeOf(who)} onClick={props.onRemove}>
        {words.remove}
      </Button>
    </li>
  );
}
