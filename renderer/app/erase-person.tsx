import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Whose } from '../../shared/model/history.ts';
import { strings } from '../../shared/strings/strings.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { Trash2 } from '../ui/icons.ts';
import { ask, failureOf } from './bridge.ts';

const words = strings.keeping.erasePerson;

/** Removes everything about someone from this computer, once the user has seen how much that is. */
export function ErasePerson(props: {
  readonly whose: Whose;
  readonly name: string;
  /** They are gone: their page has nothing to show any more. */
  readonly onErased: () => void;
}) {
  const { whose, name, onErased } = props;
  const [isAsking, setIsAsking] = useState(false);
  const preview = useQuery({
    queryKey: ['erasure', whose],
    queryFn: () => ask('erasure.preview', { whose }),
    enabled: isAsking,
    staleTime: 0,
    gcTime: 0,
  });
  const erase = useMutation({
    networkMode: 'always',
    mutationFn: () => ask('erasure.person', { whose }),
    onSuccess: onErased,
  });
  const error = erase.error ?? preview.error;
  const trouble = error ? strings.failures(failureOf(error)) : undefined;
  const confirm = (): void => {
    // Nobody agrees to what they have not been told yet.
    if (!preview.isSuccess) return;
    setIsAsking(false);
    erase.mutate();
  };
  return (
    <>
      <Button
        variant="quiet"
        icon={<Trash2 />}
        aria-disabled={erase.isPending}
        onClick={() => !erase.isPending && setIsAsking(true)}
      >
        {words.button}
      </Button>
      {erase.isPending && <p role="status">{words.erasing}</p>}
      {trouble && !isAsking && (
        <Banner tone="danger" role="alert" title={trouble.title}>
          {trouble.advice}
        </Banner>
      )}
      <Confirm
        title={words.question(name)}
        advice={preview.data ? words.counts(preview.data) : (trouble?.title ?? words.counting)}
        confirm={words.confirm}
        decline={strings.keeping.cancel}
        isOpen={isAsking}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      >
        <p>{words.elsewhere}</p>
      </Confirm>
    </>
  );
}
