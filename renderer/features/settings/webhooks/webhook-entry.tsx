import { useState } from 'react';
import type { NewWebhook, WebhookView } from '../../../../shared/model/webhooks.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { failureOf } from '../../../app/bridge.ts';
import { shortWhen } from '../../../app/format.ts';
import { TroubleLine } from '../../../app/notes/trouble-line.tsx';
import { useNow } from '../../../app/use-now.ts';
import { Button } from '../../../ui/button.tsx';
import { cx } from '../../../ui/class-names.ts';
import { Confirm } from '../../../ui/dialog.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import cards from '../settings.module.css';
import { useChangeWebhooks } from './use-webhooks.ts';
import { isInTrouble, standingWords } from './view-model.ts';
import { WebhookForm } from './webhook-form.tsx';
import styles from './webhooks.module.css';

const words = strings.webhooks;

/** One webhook: where, how it stands, and what can be done with it. */
export function WebhookEntry(props: {
  readonly webhook: WebhookView;
  readonly onSecret: (made: NewWebhook) => void;
}) {
  const { webhook } = props;
  const { id, url, isOn, types } = webhook;
  const now = useNow();
  const { change, renew, remove, test } = useChangeWebhooks();
  const [part, setPart] = useState<'form' | 'renewing' | 'removing'>();
  const end = (): void => setPart(undefined);
  const trouble = [renew, remove, test].find(({ isError }) => isError)?.error ?? undefined;
  if (part === 'form') {
    return (
      <li className={styles.entry}>
        <WebhookForm
          webhook={webhook}
          failure={change.isError ? failureOf(change.error) : undefined}
          isBusy={change.isPending}
          onSave={(wish) => change.mutate({ webhookId: id, isOn, ...wish }, { onSuccess: end })}
          onEnd={end}
        />
      </li>
    );
  }
  return (
    <li className={styles.entry}>
      <div className={styles.words}>
        <span className={styles.url}>{url}</span>
        <span className={cx(styles.standing, isInTrouble(webhook) && styles.trouble)} role="status">
          {standingWords(webhook, (at) => shortWhen(at, now)).join(' · ')}
        </span>
      </div>
      <Segmented<'on' | 'off'>
        label={words.state}
        value={isOn ? 'on' : 'off'}
        options={[
          { value: 'on', label: words.on },
          { value: 'off', label: words.isOff },
        ]}
        onChange={(value) => change.mutate({ webhookId: id, url, types, isOn: value === 'on' })}
      />
      <TroubleLine failure={trouble && failureOf(trouble)} />
      <div className={cards.actions}>
        <Button
          aria-label={words.testOf(url)}
          disabled={test.isPending}
          onClick={() => test.mutate(id)}
        >
          {words.test}
        </Button>
        <Button
          variant="quiet"
          aria-label={words.changeOf(url)}
          onClick={() => {
            change.reset();
            setPart('form');
          }}
        >
          {words.change}
        </Button>
        <Button variant="quiet" aria-label={words.renewOf(url)} onClick={() => setPart('renewing')}>
          {words.renew}
        </Button>
        <Button
          variant="quiet"
          aria-label={words.removeOf(url)}
          onClick={() => setPart('removing')}
        >
          {words.remove}
        </Button>
      </div>
      <Confirm
        {...words.renewing}
        decline={words.cancel}
        isDanger={false}
        isOpen={part === 'renewing'}
        onConfirm={() => {
          end();
          renew.mutate(id, { onSuccess: props.onSecret });
        }}
        onClose={end}
      />
      <Confirm
        {...words.removing}
        decline={words.cancel}
        isOpen={part === 'removing'}
        onConfirm={() => {
          end();
          remove.mutate(id);
        }}
        onClose={end}
      />
    </li>
  );
}
