import { languages, type LanguageChoice } from '../../../shared/strings/language.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { useAppInfo, useSaveSettings, useSettings } from '../../app/queries.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { Card } from './card.tsx';
import { Setting } from './setting.tsx';
import styles from './settings.module.css';

const words = strings.settingsPage.language;

/** The language of Sidetone's own words. */
export function LanguageCard() {
  const chosen = useSettings().data?.language ?? 'system';
  const isPackaged = useAppInfo().data?.isPackaged !== false;
  const save = useSaveSettings();
  const offered = languageChoices(isPackaged, chosen);
  return (
    <Card place="language">
      <Setting name="language">
        <Segmented<LanguageChoice>
          label={words.label}
          value={chosen}
          options={offered.map((value) => ({ value, label: words.choices[value] }))}
          onChange={(language) => save.mutate({ language })}
        />
        <p className={styles.advice}>{words.advice}</p>
        <SaveTrouble save={save} />
      </Setting>
    </Card>
  );
}

/** The pseudo language is for those who work on Sidetone; whoever has it can leave it. */
function languageChoices(isPackaged: boolean, chosen: LanguageChoice): readonly LanguageChoice[] {
  const all: readonly LanguageChoice[] = ['system', ...languages];
  return all.filter((each) => each !== 'pseudo' || !isPackaged || chosen === 'pseudo');
}
