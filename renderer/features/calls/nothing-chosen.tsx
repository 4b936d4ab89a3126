import { screens } from '../../app/ui-store.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Empty } from '../../ui/empty.tsx';
import { PhoneCall } from '../../ui/icons.ts';
import styles from './nothing-chosen.module.css';

const modifier = navigator.userAgent.includes('Mac') ? '⌘' : 'Ctrl';

const shortcuts = [
  [strings.calls.shortcuts.search, [modifier, 'F']],
  [strings.calls.shortcuts.dial, ['/']],
  [strings.calls.shortcuts.text, [modifier, 'N']],
  [strings.calls.shortcuts.screens, [modifier, `1–${screens.length}`]],
] as const;

/** The detail while no call is chosen: what it is for, and the keys that save the most time. */
export function NothingChosen(props: { readonly hasCalls: boolean }) {
  return (
    <Empty
      icon={<PhoneCall />}
      action={
        <dl className={styles.shortcuts}>
          {shortcuts.map(([what, keys]) => (
            <div key={what} className={styles.shortcut}>
              <dt>{what}</dt>
              <dd>
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      }
    >
      {props.hasCalls ? strings.calls.detail.none : strings.calls.detail.noneYet}
    </Empty>
  );
}
