import { Keys } from '../../app/actions/keys.tsx';
import { acceleratorOf } from '../../../shared/shortcuts.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Empty } from '../../ui/empty.tsx';
import { PhoneCall } from '../../ui/icons.ts';
import styles from './nothing-chosen.module.css';

/** Those that save the most time; the last one shows all the others. */
const first = ['palette', 'search', 'dialer', 'new-text', 'shortcuts'] as const;

/** The detail while no call is chosen: what it is for, and the keys that save the most time. */
export function NothingChosen(props: { readonly hasCalls: boolean }) {
  return (
    <Empty
      icon={<PhoneCall />}
      action={
        <dl className={styles.shortcuts}>
          {first.map((id) => (
            <div key={id} className={styles.shortcut}>
              <dt>{strings.palette.keys[id]}</dt>
              <dd>
                <Keys keys={acceleratorOf(id)} />
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
