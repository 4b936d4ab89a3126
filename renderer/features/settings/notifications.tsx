import { useMutation } from '@tanstack/react-query';
import type { Settings } from '../../../shared/model/app.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { ask } from '../../app/bridge.ts';
import { QuietLine } from '../../app/quiet/quiet-line.tsx';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { Button } from '../../ui/button.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Select } from '../../ui/select.tsx';
import cards from './settings.module.css';
import { Card } from './card.tsx';

const words = strings.notifications.settings;
const minutes = [5, 10, 15, 30, 60] as const;

const switches = [
  ['notifyTexts', words.texts, words.textsAdvice],
  ['notifyMissedCalls', words.missedCalls, words.missedCallsAdvice],
  ['notifyVoicemails', words.voicemails, words.voicemailsAdvice],
  ['notificationSound', words.sound, words.soundAdvice],
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
        <div key={name} className={cards.choice}>
          <Segmented<'on' | 'off'>
            label={label}
            value={settings?.[name] === false ? 'off' : 'on'}
            options={[
              { value: 'on', label: words.on },
              { value: 'off', label: words.off },
            ]}
            onChange={(value) => save.mutate({ [name]: value === 'on' })}
          />
          <p className={cards.advice}>{advice}</p>
        </div>
      ))}
      <div className={cards.choice}>
        <Segmented<'shown' | 'hidden'>
          label={words.hide}
          value={settings?.hideTextInNotifications === true ? 'hidden' : 'shown'}
          options={[
            { value: 'shown', label: words.shown },
            { value: 'hidden', label: words.hiddenChoice },
          ]}
          onChange={(value) => save.mutate({ hideTextInNotifications: value === 'hidden' })}
        />
        <p className={cards.advice}>{words.hideAdvice}</p>
      </div>
      <div className={cards.choice}>
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
      </div>
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
