import type { FormEvent } from 'react';
import { checkCrmAddress, crmExample, fillCrmAddress } from '../../../shared/crm.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { call } from '../../app/bridge.ts';
import { TroubleLine } from '../../app/notes/trouble-line.tsx';
import { useTelling } from '../../app/notes/use-notes.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { ExternalLink } from '../../ui/icons.ts';
import { TextField } from '../../ui/text-field.tsx';
import styles from './settings.module.css';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.incoming.crmSettings;

/** Where calls and people lead: the page of a person in the user's CRM. */
export function Crm() {
  const settings = useSettings().data;
  return (
    <Card place="crm">
      {settings && (
        <Setting name="crmAddress">
          <CrmAddress saved={settings.crmAddress} />
        </Setting>
      )}
    </Card>
  );
}

/** The address of a person's page; it is judged as it is typed. */
function CrmAddress({ saved }: { readonly saved: string | undefined }) {
  const save = useSaveSettings();
  const { failure, tell } = useTelling();
  const { value: address, set, settle } = useDraft(saved ?? '');
  const typed = address.trim();
  const isSame = typed === (saved ?? '');
  const checked = typed === '' ? undefined : checkCrmAddress(typed);
  const trouble = checked?.ok === false ? strings.failures(checked.failure) : undefined;
  const store = (event: FormEvent): void => {
    event.preventDefault();
    if (isSame || trouble) return;
    save.mutate({ crmAddress: typed === '' ? null : typed }, { onSuccess: settle });
  };
  return (
    <form className={styles.choice} noValidate onSubmit={store}>
      <TextField
        type="url"
        label={words.address}
        placeholder={words.placeholder}
        hint={words.advice}
        error={trouble && `${trouble.title}. ${trouble.advice}`}
        value={address}
        maxLength={500}
        onChange={(event) => set(event.target.value)}
      />
      {checked?.ok === true && (
        <p className={styles.advice}>{words.preview(fillCrmAddress(typed, crmExample) ?? typed)}</p>
      )}
      <SaveTrouble save={save} />
      <TroubleLine failure={failure} />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={trouble !== undefined || isSame}>
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
