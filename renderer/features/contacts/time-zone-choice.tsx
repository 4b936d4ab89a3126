import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { ContactId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask, failureOf } from '../../app/bridge.ts';
import { timeIn } from '../../app/local-time/view-model.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { takeFocus } from '../../app/take-focus.ts';
import { useNow } from '../../app/use-now.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './contacts.module.css';
import { Way } from './way.tsx';
import { findZone, listZones, toZoneOption } from './zones.ts';

const words = strings.guards.zone;

/** Where someone is, for the hour that is shown before a call: chosen here, or told by their number. */
export function TimeZoneChoice({ contactId }: { readonly contactId: ContactId }) {
  const { zone, save } = useTimeZone(contactId);
  const [isChoosing, setIsChoosing] = useState(false);
  const now = useNow();
  if (zone.data === undefined && !zone.isError) return null;
  const chosen = zone.data ? toZoneOption(zone.data, now) : undefined;
  const failed = save.error ?? zone.error;
  return (
    <Way label={words.title}>
      {isChoosing ? (
        <ZoneForm
          onChoose={(next) => {
            setIsChoosing(false);
            save.mutate(next);
          }}
          onCancel={() => setIsChoosing(false)}
        />
      ) : (
        <div className={styles.changes}>
          <span className={styles.zone}>
            {chosen
              ? `${chosen.name} · ${chosen.offset} · ${timeIn(chosen.zone, now)}`
              : words.byArea}
          </span>
          <Button onClick={() => setIsChoosing(true)}>{chosen ? words.change : words.set}</Button>
          {chosen && <Button onClick={() => save.mutate(null)}>{words.back}</Button>}
        </div>
      )}
      <TroubleLine failure={failed ? failureOf(failed) : undefined} />
    </Way>
  );
}

function useTimeZone(contactId: ContactId) {
  const client = useQueryClient();
  const zone = useQuery({
    queryKey: ['contacts', 'zone', contactId],
    // A query may not answer undefined.
    queryFn: async () => (await ask('calls.get-time-zone', { contactId })) ?? null,
  });
  const save = useMutation({
    networkMode: 'always',
    mutationFn: (next: string | null) => ask('calls.set-time-zone', { contactId, zone: next }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['contacts', 'zone', contactId] }),
  });
  return { zone, save };
}

function ZoneForm(props: {
  readonly onChoose: (zone: string) => void;
  readonly onCancel: () => void;
}) {
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const [zones] = useState(() => listZones(Date.now()));
  const listId = useId();
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    const found = findZone(zones, typed);
    if (found === undefined) return setIsWrong(true);
    props.onChoose(found);
  };
  return (
    <form className={styles.zoneForm} onSubmit={submit}>
      <TextField
        ref={takeFocus}
        label={words.field}
        list={listId}
        value={typed}
        hint={words.hint}
        error={isWrong ? words.none : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          setIsWrong(false);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          props.onCancel();
        }}
      />
      <datalist id={listId}>
        {zones.map(({ zone, name, offset }) => (
          <option key={zone} value={name}>
            {offset}
          </option>
        ))}
      </datalist>
      <div className={styles.changes}>
        <Button type="submit" variant="primary">
          {words.set}
        </Button>
        <Button onClick={props.onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}
