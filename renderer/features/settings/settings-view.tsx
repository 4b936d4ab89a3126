import type { Density, Theme } from '../../../shared/model/app.ts';
import { CallFrom } from '../../app/call-from.tsx';
import { failureOf } from '../../app/bridge.ts';
import { useSaveSettings, useSession, useSettings } from '../../app/queries.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { Banner } from '../../ui/banner.tsx';
import { Monitor, Moon, Sun } from '../../ui/icons.ts';
import { Segmented } from '../../ui/segmented.tsx';
import { About } from './about.tsx';
import { Account, BrowserSignIn } from './account.tsx';
import { ArchiveSize } from './archive-size.tsx';
import { Backfill } from './backfill.tsx';
import { Backups } from './backups.tsx';
import { Crm } from './crm.tsx';
import { DoNotCall } from './do-not-call.tsx';
import { Erase } from './erase.tsx';
import { Group, GroupLinks } from './groups.tsx';
import { IncomingCalls } from './incoming.tsx';
import { Keep } from './keep.tsx';
import { Notifications } from './notifications.tsx';
import { OptOuts } from './opt-outs.tsx';
import { Outcomes } from './outcomes.tsx';
import { MediaCache } from './media-cache.tsx';
import { CallAtOnce } from './call-at-once.tsx';
import { OwnFields } from './own-fields.tsx';
import { PhoneLinks } from './phone-links.tsx';
import styles from './settings.module.css';
import { Shortcut } from './shortcut.tsx';
import { Spelling } from './spelling.tsx';
import { Support } from './support.tsx';
import { Templates } from './templates.tsx';
import { TextFrom } from './text-from.tsx';
import { TextPricesCard } from './text-prices.tsx';
import { TextRules } from './text-rules.tsx';
import { UndoSeconds } from './undo-seconds.tsx';

const words = strings.settings;

/** What the user has chosen; every choice applies at once. */
export function SettingsView() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  const session = useSession().data;
  const trouble = save.isError ? strings.failures(failureOf(save.error)) : undefined;
  return (
    <div className={styles.page}>
      <div className={styles.column}>
        <h1 className={styles.title} tabIndex={-1} data-screen-focus>
          {words.title}
        </h1>
        {trouble && (
          <Banner tone="danger" title={trouble.title} role="alert">
            {trouble.advice}
          </Banner>
        )}
        <GroupLinks />
        <Group group="general">
          <section className={styles.card} aria-labelledby="appearance">
            <h2 id="appearance">{words.appearance}</h2>
            <Segmented<Theme>
              label={words.theme}
              value={settings?.theme ?? 'system'}
              options={[
                { value: 'system', label: words.themes.system, icon: <Monitor /> },
                { value: 'light', label: words.themes.light, icon: <Sun /> },
                { value: 'dark', label: words.themes.dark, icon: <Moon /> },
              ]}
              onChange={(theme) => save.mutate({ theme })}
            />
            <Segmented<Density>
              label={words.density}
              value={settings?.density ?? 'comfortable'}
              options={[
                { value: 'comfortable', label: words.densities.comfortable },
                { value: 'compact', label: words.densities.compact },
              ]}
              onChange={(density) => save.mutate({ density })}
            />
          </section>
        </Group>
        <Group group="calling">
          <section className={styles.card} aria-labelledby="numbers">
            <h2 id="numbers">{words.numbers}</h2>
            <div className={styles.choice}>
              <CallFrom />
              <p className={styles.advice}>{words.callFromAdvice}</p>
            </div>
            <div className={styles.choice}>
              <TextFrom />
              <p className={styles.advice}>{words.textFromAdvice}</p>
            </div>
          </section>
          <IncomingCalls />
          <Outcomes />
          <DoNotCall />
        </Group>
        <Group group="texts">
          <Templates />
          <OwnFields />
          <UndoSeconds />
          <Spelling />
          <TextRules />
          <OptOuts />
          <TextPricesCard />
        </Group>
        <Group group="notifications">
          <Notifications />
        </Group>
        <Group group="outside">
          <PhoneLinks />
          <CallAtOnce />
          <Shortcut kind="propose" />
          <Shortcut kind="quick-text" />
          <Crm />
        </Group>
        <Group group="account">
          {session && <Account session={session} />}
          {session?.demo === false && <BrowserSignIn />}
        </Group>
        <Group group="archive">
          <ArchiveSize />
          <Backfill />
          <Backups />
          <Keep />
          <MediaCache />
          <Erase />
        </Group>
        <Group group="about">
          <Support />
          <About />
        </Group>
      </div>
    </div>
  );
}
