import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, failureOf } from '../../app/bridge.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { fileSize } from '../../../shared/strings/file-size.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { FieldNote } from '../../ui/text-field.tsx';
import { cacheChoices } from './media-cache-model.ts';
import styles from './settings.module.css';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';

const words = strings.media.cache;
const key = ['settings', 'media-cache'];

/** How much of this computer recordings and voicemails may take, and the way to free it. */
export function MediaCache() {
  const limitMb = useSettings().data?.mediaCacheMb;
  const cache = useQuery({
    queryKey: key,
    queryFn: () => ask('media.get-cache', undefined),
    // Playing changes it, and nothing tells of that.
    staleTime: 0,
  });
  const save = useSaveSettings();
  const { usedBytes = 0 } = cache.data ?? {};
  return (
    <Card place="media-cache">
      <Setting name="mediaCacheMb">
        <Select
          label={words.limit}
          options={cacheChoices(limitMb).map((mb) => ({
            value: String(mb),
            label: mb === 0 ? words.none : fileSize(mb * 1_000_000),
          }))}
          value={limitMb === undefined ? undefined : String(limitMb)}
          emptyText=""
          onChange={(mb) => save.mutate({ mediaCacheMb: Number(mb) })}
        />
        <SaveTrouble save={save} />
      </Setting>
      {cache.isSuccess && (
        <p className={styles.advice}>
          {usedBytes === 0
            ? words.usedNone
            : words.used(fileSize(usedBytes), fileSize(cache.data.limitBytes))}
        </p>
      )}
      {usedBytes > 0 && <Clear />}
    </Card>
  );
}

function Clear() {
  const client = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const clear = useMutation({
    networkMode: 'always',
    mutationFn: () => ask('media.clear-cache', undefined),
    onSuccess: (left) => client.setQueryData(key, left),
  });
  const trouble = clear.isError ? strings.failures(failureOf(clear.error)) : undefined;
  return (
    <div className={styles.choice}>
      <div className={styles.actions}>
        <Button aria-disabled={clear.isPending} onClick={() => setAsking(true)}>
          {clear.isPending ? words.clearing : words.clear}
        </Button>
      </div>
      {trouble && (
        <FieldNote id="media-cache-trouble" isError>
          {trouble.title}. {trouble.advice}
        </FieldNote>
      )}
      <Confirm
        title={words.clearQuestion}
        advice={words.clearAdvice}
        confirm={words.clearConfirm}
        decline={words.cancel}
        isOpen={isAsking}
        onConfirm={() => {
          setAsking(false);
          clear.mutate();
        }}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
