import { useId, useRef, type KeyboardEvent } from 'react';
import type { DeviceCall } from '../../../shared/model/calls.ts';
import { usePartyWords } from '../../app/party.ts';
import { useReturnFocus } from '../../app/return-focus.ts';
import { takeFocus } from '../../app/take-focus.ts';
import { showDeviceNumber, useUi } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { Check, Copy } from '../../ui/icons.ts';
import { QrCode } from '../../ui/qr-code.tsx';
import { useCopy } from '../../ui/use-copy.ts';
import styles from './device-number.module.css';

const words = strings.calls.device;

/**
 * What the user does when another phone or program takes a call. It stands beside everything else,
 * which goes on: nothing here has to be answered.
 */
export function DeviceNumber() {
  const device = useUi((ui) => ui.deviceNumber);
  if (device === undefined) return null;
  if (device.outcome === 'show-number') {
    return <Number key={device.number} number={device.number} keyIn={device.keyIn} />;
  }
  return (
    <Banner
      tone="info"
      role="status"
      isFlush
      title={words.opened(device.who)}
      actions={<Button onClick={close}>{strings.app.dismiss}</Button>}
    >
      {device.keyIn !== undefined && strings.calls.bar.keyIn(device.keyIn)}
    </Banner>
  );
}

/** A number large enough to dial it elsewhere, and in a form that a phone's camera reads. */
function Number(props: Pick<Extract<DeviceCall, { outcome: 'show-number' }>, 'number' | 'keyIn'>) {
  const { number, keyIn } = props;
  const id = useId();
  const party = usePartyWords();
  const [copying, copy] = useCopy(number);
  const panel = useRef<HTMLElement>(null);
  useReturnFocus(panel);
  const shown = number.startsWith('+') ? party.number(number) : number;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    // Escape closes it from anywhere within, as the button does.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section ref={panel} className={styles.panel} aria-labelledby={id} onKeyDown={onKeyDown}>
      <QrCode text={`tel:${number}`} label={words.code(shown)} />
      <div className={styles.words}>
        <h2 id={id} ref={takeFocus} tabIndex={-1} className={styles.title}>
          {words.title}
        </h2>
        <p className={styles.large}>{shown}</p>
        {keyIn !== undefined && <p className={styles.keyIn}>{strings.calls.bar.keyIn(keyIn)}</p>}
        <p className={styles.note}>
          {words.advice} {words.scan}
        </p>
        <div className={styles.actions}>
          <Button
            variant="primary"
            icon={copying === 'copied' ? <Check /> : <Copy />}
            onClick={copy}
          >
            {copying === 'copied' ? strings.app.copied : strings.app.copy}
          </Button>
          <Button onClick={close}>{strings.app.close}</Button>
          <span role="status" className={styles.note}>
            {copying === 'refused' && words.notCopied}
          </span>
        </div>
      </div>
    </section>
  );
}

function close(): void {
  showDeviceNumber(undefined);
}
