import { useId, type ReactNode } from 'react';
import { Button } from './button.tsx';
import styles from './copy-line.module.css';
import { Check, Copy } from './icons.ts';
import { useCopy } from './use-copy.ts';

/** A text to be taken elsewhere, letter by letter, with the button that copies it. */
export function CopyLine(props: {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly text: string;
  readonly note?: ReactNode;
  readonly words: { readonly copy: string; readonly copied: string; readonly notCopied: string };
}) {
  const id = useId();
  const [end, copy] = useCopy(props.text);
  return (
    <div className={styles.field} role="group" aria-labelledby={id}>
      <span id={id} className={props.isLabelHidden ? 'read-only-aloud' : styles.label}>
        {props.label}
      </span>
      <div className={styles.line}>
        <code className={styles.text}>{props.text}</code>
        <Button
          variant="quiet"
          className={styles.copy}
          icon={end === 'copied' ? <Check /> : <Copy />}
          onClick={copy}
        >
          {end === 'copied' ? props.words.copied : props.words.copy}
        </Button>
      </div>
      {props.note && <span className={styles.note}>{props.note}</span>}
      <span role="status" className={end === 'refused' ? styles.note : 'read-only-aloud'}>
        {end === 'copied' && props.words.copied}
        {end === 'refused' && props.words.notCopied}
      </span>
    </div>
  );
}
