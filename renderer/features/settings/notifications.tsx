import { useMutation } from '@tanstack/react-query';
import type { Settings } from '../../../shared/model/app.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask } from '../../app/bridge.ts';
import { QuietLine } from '../../app/quiet/quiet-line.tsx';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';
import cards from './settings.module.css';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';
import { OnOff } from './on-off.tsx';
import { SaveTrouble } from '../../app/save-trouble.tsx';

const words = strings.notifications.settings;
const minutes = [5, 10, 15, 30, 60] as const;

/** By name, the words of what each is called and of what it does. */
const switches = [
  ['notifyTexts', 'texts', 'textsAdvice'],
  ['notifyMissedCalls', 'missedCalls', 'missedCallsAdvice'],
  ['notifyVoicemails', 'voicemails', 'voicemailsAdvice'],
  ['notificationSound', 'sound', 'soundAdvice'],
] as const;

/** What is told of, and how. */
export function Notifications() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  const test = useMutation({
    networkMode: 'always',
    mutationFn: () => ask('notifications.test', undefined),
  });
  return (
    <Card place="notifications">
      <QuietLine />
      {switches.map(([name, label, advice]) => (
        <OnOff
          key={name}
          name={name}
          label={words[label]}
          on={words.on}
          off={words.off}
          advice={words[advice]}
        />
      ))}
      <OnOff
        name="hideTextInNotifications"
        label={words.hide}
        on={words.hiddenChoice}
        off={words.shown}
        first="off"
        advice={words.hideAdvice}
      />
      <Setting name="repeatMinutes">
        <Select
          label={words.repeat}
          value={String(settings?.repeatMinutes ?? 'never')}
          emptyText={words.never}
          options={repeatOptions(settings)}
          onChange={(value) =>
            save.mutate({ repeatMinutes: value === 'never' ? null : Number(value) })
          }
        />
        <p className={cards.advice}>{words.repeatAdvice}</p>
        <SaveTrouble save={save} />
      </Setting>
      <div className={cards.choice}>
        <Button onClick={() => test.mutate()}>{words.test}</Button>
        <p className={cards.advice}>{words.testAdvice}</p>
      </div>
    </Card>
  );
}

/** The usual ones, and what a file by hand may say besides. */
function repeatOptions(settings: Settings | undefined) {
  const chosen = settings?.repeatMinutes;
  const all = [...new Set(chosen === undefined ? minutes : [...minutes, chosen])];
  return [
    { value: 'never', label: words.never },
    ...all
      .sort((one, other) => one - other)
      .map((count) => ({ value: String(count), label: words.minutes(count) })),
  ];
}
