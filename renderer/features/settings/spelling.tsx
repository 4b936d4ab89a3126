import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { X } from '../../ui/icons.ts';
import { Segmented } from '../../ui/segmented.tsx';
import cards from './settings.module.css';
import styles from './templates.module.css';
import { Card } from './card.tsx';

const words = strings.spelling;

/** Whether words are checked, and those that are no mistakes. */
export function Spelling() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  const ownWords = settings?.ownWords ?? [];
  return (
    <Card place="spelling">
      <Segmented<'on' | 'off'>
        label={words.setting}
        value={settings?.spellCheck === false ? 'off' : 'on'}
        options={[
          { value: 'on', label: words.on },
          { value: 'off', label: words.off },
        ]}
        onChange={(value) => save.mutate({ spellCheck: value === 'on' })}
      />
      <p className={cards.advice}>{words.settingAdvice}</p>
      <h3>{words.ownWords}</h3>
      <p className={cards.advice}>{ownWords.length === 0 ? words.noWords : words.ownWordsAdvice}</p>
      <ul className={styles.ownWords}>
        {ownWords.map((word) => (
          <li key={word} className={styles.word}>
            {word}
            <IconButton
              label={words.removeWord(word)}
              icon={<X />}
              onClick={() => save.mutate({ ownWords: ownWords.filter((other) => other !== word) })}
            />
          </li>
        ))}
      </ul>
      <SaveTrouble save={save} />
    </Card>
  );
}
