import { strings } from '../../../shared/strings/strings.ts';
import { useAppInfo, useSession } from '../../app/queries.ts';
import { Card } from './card.tsx';
import { OnOff } from './on-off.tsx';
import styles from './settings.module.css';

const words = strings.settingsPage.starting;

/** What happens to Sidetone when its window closes, and when its user signs in to the computer. */
export function Starting() {
  const platform = useAppInfo().data?.platform.split(' ', 1)[0];
  // Trying Sidetone out changes nothing about how the computer starts.
  const isDemo = useSession().data?.demo === true;
  return (
    <Card place="starting">
      {platform === 'darwin' ? (
        <p className={styles.advice}>{words.closeAdviceMac}</p>
      ) : (
        <OnOff
          name="closeToTray"
          label={words.close}
          on={words.closeChoices.tray}
          off={words.closeChoices.quit}
          advice={platform === 'linux' ? words.closeAdviceLinux : words.closeAdvice}
        />
      )}
      <OnOff
        name="openAtLogin"
        label={words.login}
        on={words.loginChoices.on}
        off={words.loginChoices.off}
        first="off"
        advice={isDemo ? words.loginDemo : `${words.loginAdvice} ${words.loginElsewhere}`}
      />
    </Card>
  );
}
