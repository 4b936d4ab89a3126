import { useState } from 'react';
import { usePartyWords } from '../../app/party.ts';
import { showDeviceNumber, useUi } from '../../app/ui-store.ts';
import { en } from '../../../shared/strings/en.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Check, Copy } from '../../ui/icons.ts';
import styles from './call-bar.module.css';

/** A number shown large enough to dial it on another device. */
export function DeviceNumber() {
  const { number, keyIn } = useUi((ui) => ui.deviceNumber) ?? {};
  const words = usePartyWords();
  const [copied, setCopied] = useState<string>();
  const isCopied = copied !== undefined && copied === number;
  const copy = async (): Promise<void> => {
    if (number === undefined) return;
    await navigator.clipboard.writeText(number);
    setCopied(number);
  };
  return (
    <Dialog
      title={en.calls.device.title}
      isOpen={number !== undefined}
      actions={
        <Button icon={isCopied ? <Check /> : <Copy />} onClick={() => void copy()}>
          {isCopied ? en.app.copied : en.app.copy}
        </Button>
      }
      onClose={() => {
        showDeviceNumber(undefined);
        setCopied(undefined);
      }}
    >
      <p className={styles.large}>{number?.startsWith('+') ? words.number(number) : number}</p>
      {keyIn !== undefined && <p className={styles.note}>{en.calls.bar.keyIn(keyIn)}</p>}
      <p className={styles.note}>{en.calls.device.advice}</p>
    </Dialog>
  );
}
