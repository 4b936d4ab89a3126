import { useState } from 'react';
import type { NewWebhook } from '../../../../shared/model/webhooks.ts';
import { strings } from '../../../../shared/strings/strings.ts';
import { failureOf } from '../../../app/bridge.ts';
import { useSettings } from '../../../app/queries.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyLine } from '../../../ui/copy-line.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureState } from '../../../ui/failure-state.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { Card } from '../card.tsx';
import cards from '../settings.module.css';
import { useChangeWebhooks, useWebhooks } from './use-webhooks.ts';
import { WebhookEntry } from './webhook-entry.tsx';
import { WebhookForm } from './webhook-form.tsx';
import styles from './webhooks.module.css';

const words = strings.webhooks;

/** The addresses that are told of calls and texts. */
export function Webhooks() {
  const isOff = useSettings().data?.apiEnabled === false;
  const [made, setMade] = useState<NewWebhook>();
  return (
    <Card place="webhooks">
      {isOff && <p className={cards.advice}>{words.off}</p>}
      <List onSecret={setMade} />
      <AddWebhook onSecret={setMade} />
      <Dialog
        title={words.secret.title}
        isOpen={made !== undefined}
        onClose={() => setMade(undefined)}
      >
        <p>{words.secret.advice}</p>
        {made && (
          <CopyLine label={words.secret.label} text={made.secret} words={words.secret.copying} />
        )}
      </Dialog>
    </Card>
  );
}

function List(props: { readonly onSecret: (made: NewWebhook) => void }) {
  const webhooks = useWebhooks();
  if (webhooks.isPending) return <SkeletonRows rows={2} />;
  if (webhooks.isError) {
    const retry = (): void => void webhooks.refetch();
    return <FailureState failure={failureOf(webhooks.error)} onRetry={retry} />;
  }
  if (webhooks.data.length === 0) return <p className={cards.advice}>{words.empty}</p>;
  return (
    <ul className={styles.list} aria-label={words.list}>
      {webhooks.data.map((webhook) => (
        <WebhookEntry key={webhook.id} webhook={webhook} onSecret={props.onSecret} />
      ))}
    </ul>
  );
}

function AddWebhook(props: { readonly onSecret: (made: NewWebhook) => void }) {
  const { add } = useChangeWebhooks();
  const [isOpen, setIsOpen] = useState(false);
  const end = (): void => {
    add.reset();
    setIsOpen(false);
  };
  if (!isOpen) {
    return (
      <div className={cards.actions}>
        <Button onClick={() => setIsOpen(true)}>{words.add}</Button>
      </div>
    );
  }
  return (
    <WebhookForm
      webhook={undefined}
      failure={add.isError ? failureOf(add.error) : undefined}
      isBusy={add.isPending}
      onSave={(wish) =>
        add.mutate(wish, {
          onSuccess(made) {
            setIsOpen(false);
            props.onSecret(made);
          },
        })
      }
      onEnd={end}
    />
  );
}
