import { useState } from 'react';
import { strings } from '../../../shared/strings/strings.ts';
import { CopyLine } from '../../ui/copy-line.tsx';
import { Confirm } from '../../ui/dialog.tsx';
import { call } from '../bridge.ts';
import { outlookOf, warningsOf } from './outlook.ts';
import styles from './page-link.module.css';
import { closeLink, useAskedLink } from './store.ts';

const words = strings.pageLinks;

/** Where an address is asked about: once in a window, beside all else. */
export function PageLinkPlace() {
  const { url, asked } = useAskedLink();
  return url === undefined ? null : <Question key={asked} written={url} />;
}

/** Says in plain letters where an address leads, and opens it at the user's word. */
function Question({ written }: { readonly written: string }) {
  const isOpen = useAskedLink((link) => link.isOpen);
  const [isRefused, setRefused] = useState(false);
  const outlook = outlookOf(written);
  if (outlook === undefined) return null;
  const open = async (): Promise<void> => {
    const { ok } = await call('outside.open-page', { url: outlook.url });
    if (ok) closeLink();
    else setRefused(true);
  };
  return (
    <Confirm
      title={words.title}
      advice={words.leadsTo}
      confirm={words.open}
      decline={words.cancel}
      isDanger={false}
      isOpen={isOpen}
      onConfirm={() => void open()}
      onClose={closeLink}
    >
      <strong className={styles.host} dir="ltr">
        {outlook.host}
      </strong>
      {warningsOf(outlook).map((warning) => (
        <p key={warning} className={styles.warning}>
          {words[warning]}
        </p>
      ))}
      <CopyLine label={words.whole} text={outlook.url} words={words.copying} />
      {isRefused && <p role="alert">{words.failed}</p>}
    </Confirm>
  );
}
