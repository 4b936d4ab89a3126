import { strings } from '../../../shared/strings/strings.ts';
import { useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { X } from '../../ui/icons.ts';
import cards from './settings.module.css';
import styles from './templates.module.css';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';
import { OnOff } from './on-off.tsx';

const words = strings.spelling;

/** Whether words are checked, and those that are no mistakes. */
export function Spelling() {
  const settings = useSettings().data;
  const save = useSaveSettings();
  const ownWords = settings?.ownWords ?? [];
  return (
    <Card place="spelling">
      <OnOff
        name="spellCheck"
        label={words.setting}
        on={words.on}
        off={words.off}
        advice={words.settingAdvice}
      />
      <h3>{words.ownWords}</h3>
      <p className={cards.advice}>{ownWords.length === 0 ? words.noWords : words.ownWordsAdvice}</p>
      <Setting name="ownWords">
        <ul className={styles.ownWords}>
          {ownWords.map((word) => (
            <li key={word} className={styles.word}>
              {word}
              <IconButton
                label={words.removeWord(word)}
                icon={<X />}
                onClick={() =>
                  save.mutate({ ownWords: ownWords.filter((other) => other !== word) })
                }
              />
            </li>
          ))}
        </ul>
        <SaveTrouble save={save} />
      </Setting>
    </Card>
  );
}
