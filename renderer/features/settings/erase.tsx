import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ask, failureOf } from '../../app/bridge.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './settings.module.css';
import { Card } from './card.tsx';

const words = strings.keeping.erase;

/** Empties the archive for good, once the user has typed that they mean it. */
export function Erase() {
  const client = useQueryClient();
  const [isAsking, setIsAsking] = useState(false);
  const erase = useMutation({
    networkMode: 'always',
    mutationFn: () => ask('erasure.everything', undefined),
    onSettled: () => client.invalidateQueries({ queryKey: ['archive-size'] }),
  });
  const trouble = erase.isError ? strings.failures(failureOf(erase.error)) : undefined;
  return (
    <Card place="erase">
      {trouble && (
        <Banner tone="danger" role="alert" title={trouble.title}>
          {trouble.advice}
        </Banner>
      )}
      {erase.isSuccess && <p role="status">{words.done(erase.data)}</p>}
      <div className={styles.actions}>
        <Button
          variant="danger"
          aria-disabled={erase.isPending}
          onClick={() => !erase.isPending && setIsAsking(true)}
        >
          {erase.isPending ? words.erasing : words.button}
        </Button>
      </div>
      {isAsking && (
        <Question
          onClose={() => setIsAsking(false)}
          onConfirm={() => {
            setIsAsking(false);
            erase.mutate();
          }}
        />
      )}
    </Card>
  );
}

function Question(props: { readonly onConfirm: () => void; readonly onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  const preview = useQuery({
    queryKey: ['erasure', 'everything'],
    queryFn: () => ask('erasure.preview', {}),
    staleTime: 0,
    gcTime: 0,
  });
  const confirm = (): void => {
    if (typed.trim() === words.word && preview.isSuccess) props.onConfirm();
    else setIsWrong(true);
  };
  return (
    <Confirm
      title={words.question}
      advice={preview.data ? words.counts(preview.data) : strings.keeping.erasePerson.counting}
      confirm={words.confirm}
      decline={strings.keeping.cancel}
      isOpen
      onConfirm={confirm}
      onClose={props.onClose}
    >
      <TextField
        label={words.type(words.word)}
        value={typed}
        error={isWrong && typed.trim() !== words.word ? words.wrong(words.word) : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') confirm();
        }}
      />
    </Confirm>
  );
}
