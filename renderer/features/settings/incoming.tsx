import { useId, useState, type FormEvent } from 'react';
import { checkCrmAddress } from '../../../shared/crm.ts';
import { en } from '../../../shared/strings/en.ts';
import { call } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { useTelling } from '../../app/notes/use-notes.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/icons.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './incoming.module.css';
import cards from './settings.module.css';
import { TextList } from './text-list.tsx';

const words = en.incoming.settings;
/** As many answers as the settings keep, and as long as one may be. */
const mostAnswers = 12;
const longestAnswer = 300;

/** What happens when somebody calls: the card, what it offers to say, and where it leads. */
export function IncomingCalls() {
  const id = useId();
  const settings = useSettings().data;
  const save = useSaveSettings();
  return (
    <section className={cards.card} aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <Segmented<'on' | 'off'>
        label={words.show}
        value={settings?.showIncoming === false ? 'off' : 'on'}
        options={[
          { value: 'on', label: words.on },
          { value: 'off', label: words.off },
        ]}
        onChange={(shows) => save.mutate({ showIncoming: shows === 'on' })}
      />
      <p className={cards.advice}>{words.showAdvice}</p>
      <h3>{words.textBack}</h3>
      <p className={cards.advice}>{words.textBackAdvice}</p>
      <TextList
        words={words.answers}
        texts={settings?.textBack ?? []}
        most={mostAnswers}
        longest={longestAnswer}
        save={save}
        onSet={(textBack) => save.mutate({ textBack: [...textBack] })}
      />
      {settings && <CrmAddress key={settings.crmAddress} saved={settings.crmAddress} />}
    </section>
  );
}

/** The address of a person in the CRM; it is judged as it is typed. */
function CrmAddress({ saved }: { readonly saved: string | undefined }) {
  const save = useSaveSettings();
  const { failure, tell } = useTelling();
  const [address, setAddress] = useState(saved ?? '');
  const typed = address.trim();
  const checked = typed === '' ? undefined : checkCrmAddress(typed);
  const trouble = checked?.ok === false ? en.failures(checked.failure) : undefined;
  const store = (event: FormEvent): void => {
    event.preventDefault();
    if (typed === '' && saved !== undefined) save.mutate({ crmAddress: null });
    else if (checked?.ok === true && typed !== saved) save.mutate({ crmAddress: typed });
  };
  return (
    <form className={styles.crm} noValidate onSubmit={store}>
      <TextField
        type="url"
        label={words.crm}
        placeholder={words.crmPlaceholder}
        hint={words.crmAdvice}
        error={trouble && `${trouble.title}. ${trouble.advice}`}
        value={address}
        maxLength={500}
        onChange={(event) => setAddress(event.target.value)}
      />
      <SaveTrouble save={save} />
      <TroubleLine failure={failure} />
      <div className={styles.actions}>
        <Button type="submit" disabled={trouble !== undefined || typed === (saved ?? '')}>
          {typed === '' && saved !== undefined ? words.forget : words.save}
        </Button>
        <Button
          variant="quiet"
          icon={<ExternalLink />}
          disabled={checked?.ok !== true}
          onClick={() => void tell(call('cards.try-crm', { address: typed }))}
        >
          {words.tryIt}
        </Button>
      </div>
    </form>
  );
}
