import type { FormEvent } from 'react';
import type { TextPrices } from '../../../shared/model/app.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { useDraft } from '../../app/use-draft.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { readPrices } from './prices.ts';
import styles from './settings.module.css';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.composer.prices;

/** What texts cost the user, so that the composer can say what one comes to. */
export function TextPricesCard() {
  const settings = useSettings().data;
  return (
    <Card place="text-prices">
      {settings && (
        <Setting name="textPrices">
          <PricesForm saved={settings.textPrices} />
        </Setting>
      )}
    </Card>
  );
}

function PricesForm({ saved }: { readonly saved: TextPrices | undefined }) {
  const save = useSaveSettings();
  const { value, set, settle } = useDraft({
    segment: saved ? String(saved.segment) : '',
    media: saved ? String(saved.media) : '',
    currency: saved?.currency ?? words.usualCurrency,
  });
  const read = readPrices(value);
  const isSame =
    read.prices === undefined
      ? saved === undefined
      : JSON.stringify(read.prices) === JSON.stringify(saved);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (read.wrong !== undefined || isSame) return;
    save.mutate({ textPrices: read.prices ?? null }, { onSuccess: settle });
  };
  return (
    <form className={styles.choice} noValidate onSubmit={submit}>
      <TextField
        label={words.segment}
        inputMode="decimal"
        maxLength={12}
        value={value.segment}
        error={read.wrong === 'segment' && words.notPrice}
        onChange={(event) => set({ ...value, segment: event.target.value })}
      />
      <TextField
        label={words.media}
        inputMode="decimal"
        maxLength={12}
        value={value.media}
        error={read.wrong === 'media' && words.notPrice}
        onChange={(event) => set({ ...value, media: event.target.value })}
      />
      <TextField
        label={words.currency}
        maxLength={3}
        value={value.currency}
        error={read.wrong === 'currency' && words.notCurrency}
        onChange={(event) => set({ ...value, currency: event.target.value })}
      />
      <p className={styles.advice}>{words.advice}</p>
      <SaveTrouble save={save} />
      <div className={styles.actions}>
        <Button type="submit" aria-disabled={read.wrong !== undefined || isSame}>
          {read.prices === undefined && saved !== undefined ? words.forget : words.save}
        </Button>
      </div>
    </form>
  );
}
