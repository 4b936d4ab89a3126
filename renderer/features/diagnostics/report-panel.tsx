import { useEffect, useRef } from 'react';
import type { DiagnosticsReport } from '../../../shared/model/diagnostics.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure, reveal } from '../../ui/disclosure.tsx';
import { Check, Copy } from '../../ui/icons.ts';
import { useCopy } from '../../ui/use-copy.ts';
import styles from './diagnostics.module.css';
import { reportText } from './report.ts';

const words = strings.diagnostics.report;

/** The report to hand on, and all of it to be read first. */
export function ReportPanel({ report }: { readonly report: DiagnosticsReport }) {
  const text = reportText(report);
  const [end, copy] = useCopy(text);
  const preview = useRef<HTMLPreElement>(null);

  useEffect(() => {
    // The way that is left: the text itself, with the caret in it.
    if (end === 'refused' && preview.current) reveal(preview.current);
  }, [end]);

  return (
    <section className={styles.card} aria-labelledby="report">
      <div className={styles.reportHead}>
        <h2 id="report">{words.title}</h2>
        <Button icon={end === 'copied' ? <Check /> : <Copy />} onClick={copy}>
          {end === 'copied' ? words.copied : words.copy}
        </Button>
      </div>
      <p className={styles.advice}>{words.advice}</p>
      <p role="status" className={end === 'refused' ? styles.refused : 'read-only-aloud'}>
        {end === 'copied' && words.copied}
        {end === 'refused' && words.notCopied}
      </p>
      <Disclosure title={words.show}>
        {/* It scrolls by itself, so that the keyboard has to be able to enter it. */}
        <pre
          ref={preview}
          className={styles.preview}
          role="region"
          aria-label={words.label}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {text}
        </pre>
      </Disclosure>
    </section>
  );
}
