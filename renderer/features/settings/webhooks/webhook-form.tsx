import { useId, useState, type FormEvent } from 'react';
import { localEventTypes, type LocalEventType } from '../../../../shared/model/local-events.ts';
import type { WebhookView } from '../../../../shared/model/webhooks.ts';
import type { Failure } from '../../../../shared/failure.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { TroubleLine } from '../../../app/notes/trouble-line.tsx';
import { takeFocus } from '../../../app/take-focus.ts';
import { Button } from '../../../ui/button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import cards from '../settings.module.css';
import styles from './webhooks.module.css';

const words = strings.webhooks;
const longestAddress = 2_000;
/** What most programs want to know; the rest is a press away. */
const usual: readonly LocalEventType[] = ['call.ended', 'call.missed', 'message.received'];

/** An address, and what it is told of. */
export function WebhookForm(props: {
  readonly webhook: WebhookView | undefined;
  readonly failure: Failure | undefined;
  readonly isBusy: boolean;
  readonly onSave: (wish: { readonly url: string; readonly types: LocalEventType[] }) => void;
  readonly onEnd: () => void;
}) {
  const { webhook, failure, onEnd } = props;
  const legendId = useId();
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [chosen, setChosen] = useState<ReadonlySet<LocalEventType>>(
    new Set(webhook?.types ?? usual),
  );
  const isComplete = url.trim() !== '' && chosen.size > 0;
  const isOfUrl = failure?.field === 'url';
  const said = isOfUrl ? strings.failures(failure) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isComplete || props.isBusy) return;
    props.onSave({ url: url.trim(), types: localEventTypes.filter((type) => chosen.has(type)) });
  };
  return (
    <form className={styles.form} noValidate onSubmit={submit}>
      <TextField
        type="url"
        ref={takeFocus}
        label={words.address}
        placeholder={words.placeholder}
        hint={words.addressHint}
        error={said && `${said.title}. ${said.advice}`}
        value={url}
        maxLength={longestAddress}
        onChange={(event) => setUrl(event.target.value)}
      />
      <div role="group" aria-labelledby={legendId}>
        <span id={legendId} className={styles.legend}>
          {words.types}
        </span>
        <div className={styles.types}>
          {localEventTypes.map((type) => (
            <label key={type} className={styles.check}>
              <input
                type="checkbox"
                checked={chosen.has(type)}
                onChange={(event) => {
                  const next = new Set(chosen);
                  if (event.target.checked) next.add(type);
                  else next.delete(type);
                  setChosen(next);
                }}
              />
              {words.names[type]}
            </label>
          ))}
        </div>
      </div>
      <TroubleLine failure={isOfUrl ? undefined : failure} />
      <div className={cards.actions}>
        <Button type="submit" variant="primary" disabled={!isComplete}>
          {words.save}
        </Button>
        <Button variant="quiet" onClick={onEnd}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
