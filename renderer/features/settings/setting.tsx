import type { ReactNode } from 'react';
import type { Settings } from '../../../shared/model/app.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { useSettingsStanding } from '../../app/queries.ts';
import { Disabled } from '../../ui/disabled.ts';
import { Lock } from '../../ui/icons.ts';
import styles from './settings.module.css';

/** The controls of a setting: where an administrator has set it they are out of use, and say why. */
export function Setting(props: { readonly name: keyof Settings; readonly children: ReactNode }) {
  const isLocked = useSettingsStanding().data?.locked.includes(props.name) === true;
  return (
    <div className={styles.setting}>
      <Disabled value={isLocked}>{props.children}</Disabled>
      {isLocked && (
        <p className={styles.locked}>
          <Lock aria-hidden="true" />
          {strings.settingsPage.locked}
        </p>
      )}
    </div>
  );
}
