import { useState, type ReactNode } from 'react';
import { takeFocus } from '../../app/take-focus.ts';
import { closeDetail } from '../../app/ui-store.ts';
import type { Failure } from '../../../shared/failure.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from './making.module.css';
import { useMake, type MakeSource } from './use-call-lists.ts';

const words = strings.callLists.make;

/** The name, and the button that makes it. */
export function MakeForm(props: {
  readonly source: MakeSource;
  readonly name: string;
  readonly isOff?: boolean;
  readonly children: ReactNode;
}) {
  const [name, setName] = useState(props.name);
  const [isMissing, setIsMissing] = useState(false);
  const { isBusy, failure, make } = useMake();
  const isOff = isBusy || props.isOff === true;
  return (
    <form
      className={styles.make}
      onSubmit={(event) => {
        event.preventDefault();
        setIsMissing(name.trim() === '');
        if (name.trim() !== '' && !isOff) void make(name, props.source);
      }}
    >
      {props.children}
      <TextField
        ref={takeFocus}
        label={words.name}
        value={name}
        maxLength={100}
        error={isMissing && words.nameMissing}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
      />
      {failure && <Trouble failure={failure} />}
      <div className={styles.actions}>
        <Button type="submit" variant="primary" aria-disabled={isOff}>
          {isBusy ? words.creating : words.create}
        </Button>
        <Button onClick={closeDetail}>{words.cancel}</Button>
      </div>
    </form>
  );
}

/** Why something about a new list did not work. */
export function Trouble({ failure }: { readonly failure: Failure }) {
  const { title, advice } = strings.failures(failure);
  return (
    <Banner tone="danger" role="alert" title={title}>
      {advice}
    </Banner>
  );
}
